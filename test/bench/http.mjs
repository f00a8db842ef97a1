// Deciding knips and reading processes over HTTP on 64 connections, against bare Nest-fastify routes that
// take the same body, store nothing, look nothing up and send as many bytes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serverUnderTest } from '../eventstoredb/server-under-test.mjs';
import { shown } from './alternating.mjs';
import { knipPaths, load, pathOf, shownProcesses } from './http-load.mjs';
import { benchFolder, startScript, startService } from './processes.mjs';

const SECONDS = 4;
const ROUNDS = 3;
const AUTHOR = 'Bearer demo:procesverantwoordelijke';

/** @returns rows with requests per second as a ratio, and the times behind it */
export async function measure() {
  const bare = await startScript('test/bench/bare-nest.mjs');
  const folder = benchFolder();
  const server = await serverUnderTest({ ownProcess: true, path: join(folder, 'server') });
  const embedded = await startService();
  const onServer = await startService({ env: { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: server.url } });
  try {
    const knips = knipPaths(await shownProcesses(embedded.url));
    const ownKnips = knipPaths(await shownProcesses(onServer.url));
    const processes = (await shownProcesses(embedded.url)).map(pathOf);
    const bytes = Math.round(await sizeOf(embedded.url, processes));
    return [
      await compare(
        'http.knip',
        'knip decision over HTTP, 64 connections (requests/s ÷ bare Nest-fastify that stores nothing)',
        {
          bare: () => load(bare.url, ['/knips/Step'], { method: 'PUT', seconds: SECONDS }),
          ours: () => load(embedded.url, knips, { method: 'PUT', seconds: SECONDS }),
        },
      ),
      ownKnips.length > 0
        ? await compare(...onServerRow(server), {
            bare: () => load(embedded.url, knips, { method: 'PUT', seconds: SECONDS }),
            ours: () => load(onServer.url, ownKnips, { method: 'PUT', seconds: SECONDS }),
          })
        : notOnServer(server),
      await compare(
        'http.get',
        'reading a process over HTTP, 64 connections (requests/s ÷ bare Nest-fastify that sends as many bytes)',
        {
          bare: () => load(bare.url, [`/processes/${bytes}`], { seconds: SECONDS }),
          ours: () => load(embedded.url, processes, { seconds: SECONDS }),
        },
        bytes,
      ),
    ];
  } finally {
    await Promise.all([embedded.stop(), onServer.stop(), bare.stop()]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const onServerRow = ({ name }) => [
  'http.knipOnServer',
  `the same with the log on ${name} (÷ the embedded store)`,
];

/** The row when it cannot be measured: the generic processes are only loaded into an empty log. */
function notOnServer(server) {
  const [key, name] = onServerRow(server);
  return { key, name, detail: 'not measured: the log on that server holds other events', figures: {} };
}

async function compare(key, name, contenders, bytes) {
  const results = { bare: [], ours: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [who, run] of Object.entries(contenders)) results[who].push(await run());
  const [mine, peer] = [middle(results.ours), middle(results.bare)];
  const formatted = ({ perSecond, p50, p99 }) => `${shown(perSecond)}/s, p50 ${p50} ms, p99 ${p99} ms`;
  return {
    key,
    name,
    ratio: mine.perSecond / peer.perSecond,
    detail: `${formatted(mine)}; ${formatted(peer)}${bytes ? `; ${shown(bytes)} bytes per process` : ''}`,
    figures: {
      ours: [mine.perSecond, '1/s'],
      p50: [mine.p50, 'ms'],
      p99: [mine.p99, 'ms'],
      peer: [peer.perSecond, '1/s'],
      ...(bytes && { answer: [bytes, 'bytes'] }),
    },
  };
}

/** The average size of an answer, in bytes. */
async function sizeOf(url, paths) {
  const sizes = await Promise.all(
    paths.map(
      async (path) =>
        (await (await fetch(url + path, { headers: { authorization: AUTHOR } })).arrayBuffer()).byteLength,
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
}

const middle = (results) => results.toSorted((a, b) => a.perSecond - b.perSecond)[results.length >> 1];
