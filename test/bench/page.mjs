// The page of the largest generic process, opened until its diagram and knips are shown, against a bare
// bpmn-js page with the same diagram.
import { readdirSync, readFileSync } from 'node:fs';
import { shown } from './alternating.mjs';
import { serveBarePage } from './bare-page.mjs';
import { OPENED, openInTurn } from './opened-page.mjs';
import { startService } from './processes.mjs';

/** @returns the row */
export async function measure() {
  const { id, diagram, nodes } = largestProcess();
  const service = await startService();
  const bare = await serveBarePage([diagram], 'modeler');
  try {
    const { ours, theirs } = await openInTurn({
      theirs: { url: bare.url, path: '/', selectors: ['.djs-shape'] },
      ours: { url: service.url, path: `/processen/${id}`, selectors: ['.knip-badge'] },
    });
    return [
      {
        key: 'page.process',
        name: `opening the page until diagram and knips are shown, ${id} (${nodes} flow nodes), ÷ bare bpmn-js page`,
        ratio: ours / theirs,
        detail: `${shown(ours)} ms; bare ${shown(theirs)} ms; ${OPENED}`,
        figures: { ours: [ours, 'ms'], bare: [theirs, 'ms'] },
      },
    ];
  } finally {
    await service.stop();
    bare.stop();
  }
}

function largestProcess() {
  const files = readdirSync('bpmn', { recursive: true }).filter((file) => file.endsWith('.bpmn'));
  const sized = files.map((file) => {
    const diagram = readFileSync(`bpmn/${file}`, 'utf8');
    return {
      id: file.replace(/^.*\//, '').replace('.bpmn', ''),
      diagram,
      nodes: diagram.match(/<bpmn:\w*(Task|Gateway|Event|subProcess|task) /g).length,
    };
  });
  return sized.toSorted((a, b) => b.nodes - a.nodes)[0];
}
