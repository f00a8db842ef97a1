import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractSuite } from '../contract-tests/contract-suite.js';
import type { Log } from '../log.js';
import { openLog } from './open-log.js';

const folder = mkdtempSync(join(tmpdir(), 'knipkaart-log-'));
let log: Log;
const open = async () => (log = openLog(join(folder, 'log.db'))).events;

contractSuite('SQLite', {
  open,
  people: () => log.people,
  reopen: async (store) => {
    await store.close();
    return open();
  },
  dispose: async () => rmSync(folder, { recursive: true }),
});
