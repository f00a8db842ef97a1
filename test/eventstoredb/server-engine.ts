import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb, type Log, type LogStreams } from '#event-store';
import type { Engine } from '../../libs/event-store/src/contract-tests/contract-suite.js';
import { usedServer } from './used-server.js';

/** A log on a server that others have used, for the contract suite. */
export async function serverEngine(
  version: string,
  streams: LogStreams,
): Promise<{ title: string; engine: Engine }> {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-server-'));
  const server = await usedServer({ ownProcess: true, path: join(folder, 'log'), version });
  const { url, double, title } = server;
  let log: Log;
  const open = async () => (log = await openEventStoreDb(url, streams)).events;
  const engine: Engine = {
    open,
    people: () => log.people,
    beside: async () => (await openEventStoreDb(url, streams)).events,
    reopen: async (store) => {
      await store.close();
      return open();
    },
    ...(double && {
      server: {
        dropNextAnswer: () => double.dropAnswers(1),
        restart: async () => {
          await double.kill();
          await double.start();
        },
        freeze: () => double.freeze(),
        thaw: () => double.thaw(),
      },
    }),
    dispose: async () => {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
  return { title, engine };
}
