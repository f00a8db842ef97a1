// A page with only the editor's library: the peer of our pages.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const BPMN_JS = 'node_modules/bpmn-js/dist';

/**
 * @param diagrams shown side by side, each in its own instance
 * @param build of the library, e.g. `modeler`
 */
export async function serveBarePage(diagrams, build) {
  const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="diagram-js.css"><link rel="stylesheet" href="bpmn-js.css">
<style>html, body { height: 100%; margin: 0 } body { display: flex } div[id] { flex: 1; height: 100% }</style>${diagrams.map((_, index) => `<div id="canvas-${index}"></div>`).join('')}<script src="bpmn.js"></script>
<script>for (let i = 0; i < ${diagrams.length}; i++) fetch(i + '.bpmn').then((r) => r.text()).then((xml) => new BpmnJS({ container: '#canvas-' + i }).importXML(xml))</script>`;
  const files = {
    '/': ['text/html', page],
    ...Object.fromEntries(diagrams.map((diagram, index) => [`/${index}.bpmn`, ['application/xml', diagram]])),
    '/bpmn.js': ['text/javascript', readFileSync(`${BPMN_JS}/bpmn-${build}.production.min.js`)],
    '/diagram-js.css': ['text/css', readFileSync(`${BPMN_JS}/assets/diagram-js.css`)],
    '/bpmn-js.css': ['text/css', readFileSync(`${BPMN_JS}/assets/bpmn-js.css`)],
  };
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? ['text/plain', ''];
    response.writeHead(files[request.url] ? 200 : 404, { 'content-type': type }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${server.address().port}`, stop: () => void server.close() };
}
