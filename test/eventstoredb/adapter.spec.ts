import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb, type Log } from '#event-store';
import { contractSuite } from '../../libs/event-store/src/contract-tests/contract-suite.js';
import { serverUnderTest } from './server-under-test.mjs';

const folder = mkdtempSync(join(tmpdir(), 'knipkaart-server-'));
const server = await serverUnderTest({ ownProcess: true, path: join(folder, 'log') });
const { double } = server;
let log: Log;
const open = async () => (log = await openEventStoreDb(server.url)).events;

contractSuite(server.name, {
  open,
  people: () => log.people,
  beside: async () => (await openEventStoreDb(server.url)).events,
  reopen: async (store) => {
    await store.close();
    return open();
  },
  server: double && {
    dropNextAnswer: () => double.dropAnswers(1),
    restart: async () => {
      await double.kill();
      await double.start();
    },
    freeze: () => double.freeze(),
    thaw: () => double.thaw(),
  },
  dispose: async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  },
});
