// Two versions of a diagram of 200 nodes side by side with their differences marked, against two bare viewers
// of bpmn-js.
import { shown } from './alternating.mjs';
import { serveBarePage } from './bare-page.mjs';
import { madeDiagram } from './made-diagram.mjs';
import { OPENED, openInTurn } from './opened-page.mjs';
import { startService } from './processes.mjs';
import { CHANGED } from './versions-of-a-diagram.mjs';

const NODES = 200;
const AUTHOR = { authorization: 'Bearer demo:werkgroep-vergunningen' };

/** @returns the row */
export async function measure() {
  const diagrams = [madeDiagram(NODES), madeDiagram(NODES, CHANGED['edited here and there'])];
  const service = await startService({ args: ['--no-demo-data'] });
  const bare = await serveBarePage(diagrams, 'viewer');
  try {
    const { path, from, to } = await stored(service.url, diagrams);
    const { ours, theirs } = await openInTurn({
      theirs: { url: bare.url, path: '/', selectors: ['#canvas-0 .djs-shape', '#canvas-1 .djs-shape'] },
      ours: {
        url: service.url,
        path: `${path}?from=${from}&to=${to}`,
        selectors: ['.drawings__one--before .change-mark', '.drawings__one--after .change-mark'],
      },
    });
    return [
      {
        key: 'page.comparison',
        name: `opening the page with two diagrams of ${NODES} nodes and their differences marked, ÷ two bare bpmn-js viewers`,
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

/**
 * Registers a process and saves both diagrams.
 * @returns its page and the versions of the diagrams
 */
async function stored(url, diagrams) {
  const send = async (path, method, body, headers) => {
    const answer = await fetch(`${url}/api/v1${path}`, { method, body, headers: { ...AUTHOR, ...headers } });
    if (!answer.ok)
      throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const registered = await send(
    '/processes',
    'POST',
    JSON.stringify({ name: 'Twee tekeningen', domain: 'vergunningen' }),
    { 'content-type': 'application/json' },
  );
  const id = registered.headers.get('location').split('/').at(-1);
  for (const [index, diagram] of diagrams.entries()) {
    await send(`/processes/${id}/diagram`, 'PUT', diagram, {
      'content-type': 'application/xml',
      'if-match': `"${index + 1}"`,
    });
  }
  return { path: `/processen/${id}/vergelijken`, from: 2, to: 3 };
}
