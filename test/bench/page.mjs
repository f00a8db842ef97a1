// The page of the largest generic process, opened to diagram with knips shown, against a bare bpmn-js page with the same diagram.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { launchChromium } from '../browser/chromium.ts';
import { startService } from './processes.mjs';

const ROUNDS = 9;
const BPMN_JS = 'node_modules/bpmn-js/dist';

/** @returns the row of the table */
export async function measure() {
  const { id, diagram, nodes } = largestProcess();
  const service = await startService();
  const bare = await serveBarePage(diagram);
  const browser = await launchChromium();
  try {
    const [ours, theirs] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(await open(browser, bare.url, '/', '.djs-shape'));
      ours.push(await open(browser, service.url, `/processen/${id}`, '.knip-badge'));
    }
    const [mine, peer] = [median(ours), median(theirs)];
    return [{
      name: `page opened to diagram with knips shown, ${id} (${nodes} flow nodes), ÷ bare bpmn-js page`,
      ratio: mine / peer,
      detail: `${Math.round(mine)} ms; bare ${Math.round(peer)} ms; an empty cache each time, medians of ${ROUNDS}`,
    }];
  } finally {
    await browser.close();
    await service.stop();
    bare.server.close();
  }
}

/** Milliseconds from the request to the first mark on the screen, in a browser window with an empty cache. */
async function open(browser, url, path, selector) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 850 } });
  await context.request.post(`${url}/api/v1/session`, { data: { person: 'werkgroep-vergunningen' }, headers: { origin: url } });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url + path, { waitUntil: 'commit' });
  await page.locator(selector).first().waitFor({ state: 'attached' });
  const time = performance.now() - start;
  await context.close();
  return time;
}

function largestProcess() {
  const files = readdirSync('bpmn', { recursive: true }).filter((file) => file.endsWith('.bpmn'));
  const sized = files.map((file) => {
    const diagram = readFileSync(`bpmn/${file}`, 'utf8');
    return { id: file.replace(/^.*\//, '').replace('.bpmn', ''), diagram, nodes: diagram.match(/<bpmn:\w*(Task|Gateway|Event|subProcess|task) /g).length };
  });
  return sized.toSorted((a, b) => b.nodes - a.nodes)[0];
}

/** A page with nothing but the editor's library as it comes. */
async function serveBarePage(diagram) {
  const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="diagram-js.css"><link rel="stylesheet" href="bpmn-js.css">
<style>html, body, #canvas { height: 100%; margin: 0 }</style><div id="canvas"></div><script src="bpmn-modeler.js"></script>
<script>fetch('diagram.bpmn').then((r) => r.text()).then((xml) => new BpmnJS({ container: '#canvas' }).importXML(xml))</script>`;
  const files = {
    '/': ['text/html', page],
    '/diagram.bpmn': ['application/xml', diagram],
    '/bpmn-modeler.js': ['text/javascript', readFileSync(`${BPMN_JS}/bpmn-modeler.production.min.js`)],
    '/diagram-js.css': ['text/css', readFileSync(`${BPMN_JS}/assets/diagram-js.css`)],
    '/bpmn-js.css': ['text/css', readFileSync(`${BPMN_JS}/assets/bpmn-js.css`)],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? ['text/plain', ''];
    response.writeHead(files[request.url] ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://localhost:${server.address().port}` };
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
