// The server of `EVENTSTORE_URL`, or else its double, with both clients. Each client has its own process,
// because the library keeps one map for a whole process.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { serverUnderTest } from '../eventstoredb/server-under-test.mjs';
import { benchFolder, startWorker } from './processes.mjs';

/** @param work gets `{raw, adapter, url, server}`; `server` is the name for the table */
export async function onServer(work) {
  const folder = benchFolder();
  const { url, name, stop } = await serverUnderTest({ ownProcess: true, path: join(folder, 'server') });
  const workers = [];
  try {
    for (const script of ['raw-client.mjs', 'adapter-client.mjs'])
      workers.push(await startWorker(`test/bench/${script}`, [url]));
    const [raw, adapter] = workers;
    return await work({ raw, adapter, url, server: name });
  } finally {
    for (const worker of workers) await worker.stop();
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
