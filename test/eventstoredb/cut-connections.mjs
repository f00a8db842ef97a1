/**
 * Appends to two servers from one process while the connections to both break again and again. Prints how
 * many appends were acknowledged and how many are stored. Any uncaught error of the client ends it with
 * another exit code.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  EMPTY_STREAM,
  LogUnreachable,
  openEventStoreDb,
  sealEvents,
} from '../../dist/libs/event-store/index.js';
import { startDouble } from './double.mjs';

const CUTS = 15;
const WRITERS = 200;
const BULK = 'x'.repeat(20_000);
const CONTEXT = {
  commandId: 'c',
  requestDigest: '0'.repeat(64),
  schemaVersion: 1,
  actor: 'werkgroep',
  now: new Date(),
};

const servers = [await startDouble(), await startDouble()];
const logs = await Promise.all(servers.map(async ({ url }) => (await openEventStoreDb(url)).events));
let cutting = true;
let acknowledged = 0;

async function write(log) {
  while (cutting) {
    const stream = `process-${crypto.randomUUID()}`;
    await stored(
      log,
      stream,
      sealEvents(stream, EMPTY_STREAM, [{ type: 'Bulky', data: { bulk: BULK } }], CONTEXT),
    );
    acknowledged++;
  }
}

/** Sends the same events until they are stored: a slow machine may need longer than one append waits. */
async function stored(log, stream, events) {
  for (;;) {
    try {
      return await log.append(stream, 0, events);
    } catch (error) {
      if (!(error instanceof LogUnreachable)) throw error;
    }
  }
}

const told = logs.map(() => 0);
logs.forEach((log, index) =>
  log.subscribe(
    undefined,
    (events) => void (told[index] += events.length),
    (error) => {
      throw error;
    },
  ),
);
const writing = Promise.all(logs.flatMap((log) => Array.from({ length: WRITERS }, () => write(log))));
for (let cut = 0; cut < CUTS; cut++) {
  await pause(120);
  await Promise.all(servers.map((server) => server.cut()));
}
cutting = false;
await writing;

let found = 0;
for (const log of logs) {
  for (
    let page = await log.readAll(undefined, 500);
    page.length > 0;
    page = await log.readAll(page.at(-1).position, 500)
  )
    found += page.length;
}
for (let waited = 0; told[0] + told[1] < found && waited < 1_200; waited++) await pause(50);
console.log(JSON.stringify({ acknowledged, stored: found, told: told[0] + told[1] }));
for (const log of logs) await log.close();
for (const server of servers) await server.stop();
