// A knip decision over HTTP, 64 connections, against a bare Nest-fastify route that takes the same body and stores nothing.
import autocannon from 'autocannon';
import { startService, startScript } from './processes.mjs';

const SECONDS = 8;
const ROUNDS = 3;
const BODY = JSON.stringify({
  side: 'front', role: 'generalist', reason: 'De inwoner is nog aan de lijn en kan het meteen aanvullen.', alternatives: ['Vakafdeling toetst achteraf'],
});

/** @returns rows for the table: requests per second as a ratio, and the times behind it */
export async function measure() {
  const service = await startService();
  const bare = await startScript('test/bench/bare-nest.mjs');
  try {
    const steps = await decidableSteps(service.url);
    const ours = [];
    const theirs = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(await load(`${bare.url}/knips/Step`, () => {}));
      let turn = 0;
      ours.push(await load(service.url, (request) => {
        request.path = steps[turn++ % steps.length];
        return request;
      }));
    }
    const [mine, peer] = [median(ours), median(theirs)];
    return [{
      name: 'knip decision over HTTP, 64 connections (requests/s ÷ bare Nest-fastify that stores nothing)',
      ratio: mine.requests.average / peer.requests.average,
      detail: `${Math.round(mine.requests.average)}/s, p50 ${mine.latency.p50} ms, p99 ${mine.latency.p99} ms; bare ${Math.round(peer.requests.average)}/s, p50 ${peer.latency.p50} ms, p99 ${peer.latency.p99} ms`,
    }];
  } finally {
    await Promise.all([service.stop(), bare.stop()]);
  }
}

async function load(url, setupRequest) {
  const result = await autocannon({
    url, connections: 64, duration: SECONDS, method: 'PUT', body: BODY,
    headers: { 'content-type': 'application/json', authorization: 'Bearer demo:procesverantwoordelijke' },
    requests: [{ setupRequest: (request) => setupRequest(request) ?? request }],
  });
  if (result.non2xx || result.errors) throw new Error(`${result.non2xx} answers of ${url} were refusals and ${result.errors} failed.`);
  return result;
}

/** Steps of all generic processes on which a knip may be decided, so that the writers do not queue for one process alone. */
async function decidableSteps(url) {
  const headers = { authorization: 'Bearer demo:procesverantwoordelijke' };
  const get = async (path) => (await fetch(`${url}/api/v1${path}`, { headers })).json();
  const { items } = await get('/processes?limit=100');
  const processes = await Promise.all(items.filter(({ retired }) => !retired).map(({ id }) => get(`/processes/${id}`)));
  return processes.flatMap(({ id, steps }) =>
    steps.filter(({ decidable, binding }) => decidable && !binding?.side).map((step) => `/api/v1/processes/${id}/knips/${encodeURIComponent(step.id)}`),
  );
}

const median = (results) => results.toSorted((a, b) => a.requests.average - b.requests.average)[Math.floor(results.length / 2)];
