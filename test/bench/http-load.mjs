// Requests to a running service from 64 connections.
import autocannon from 'autocannon';

const AUTHORIZATION = { authorization: 'Bearer demo:procesverantwoordelijke' };
const BODY = JSON.stringify({
  side: 'front',
  role: 'generalist',
  reason: 'De inwoner is nog aan de lijn en kan het meteen aanvullen.',
  alternatives: ['Vakafdeling toetst achteraf'],
});

/**
 * @param paths requested in turn
 * @param method `PUT` decides a knip at each
 * @returns requests per second, and the median and 99th percentile of their times in ms
 */
export async function load(url, paths, { method = 'GET', seconds }) {
  let turn = 0;
  const result = await autocannon({
    url,
    connections: 64,
    duration: seconds,
    method,
    headers: { 'content-type': 'application/json', ...AUTHORIZATION },
    ...(method === 'PUT' && { body: BODY }),
    requests: [{ setupRequest: (request) => ({ ...request, path: paths[turn++ % paths.length] }) }],
  });
  if (result.non2xx || result.errors)
    throw new Error(`${result.non2xx} answers of ${url} were refusals and ${result.errors} failed.`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

/** All active processes, as the service returns them. */
export async function shownProcesses(url) {
  const get = async (path) => (await fetch(`${url}/api/v1${path}`, { headers: AUTHORIZATION })).json();
  const { items } = await get('/processes?limit=100');
  return Promise.all(items.filter(({ retired }) => !retired).map(({ id }) => get(`/processes/${id}`)));
}

export const pathOf = ({ id }) => `/api/v1/processes/${id}`;

/**
 * The paths for deciding a knip on each step of these processes, so that the writers do not all queue for one
 * process.
 */
export const knipPaths = (processes) =>
  processes.flatMap((process) =>
    process.steps
      .filter(({ decidable, binding }) => decidable && !binding?.side)
      .map(({ id }) => `${pathOf(process)}/knips/${encodeURIComponent(id)}`),
  );
