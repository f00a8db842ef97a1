import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb, type Log } from '#event-store';
import { contractSuite } from '../../libs/event-store/src/contract/contract-suite.js';
import { startDoubleProcess } from './double.mjs';

const folder = mkdtempSync(join(tmpdir(), 'knipkaart-server-'));
const server = await startDoubleProcess({ path: join(folder, 'log') });
let log: Log;
const open = async () => (log = await openEventStoreDb(server.url)).events;

contractSuite('EventStoreDB', {
  open,
  people: () => log.people,
  beside: async () => (await openEventStoreDb(server.url)).events,
  reopen: async (store) => {
    await store.close();
    return open();
  },
  server: {
    dropNextAnswer: () => server.dropAnswers(1),
    restart: async () => {
      await server.kill();
      await server.start();
    },
    freeze: () => server.freeze(),
    thaw: () => server.thaw(),
  },
  longLog: 20_000,
  dispose: async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  },
});
