import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractSuite } from '../contract/contract-suite.js';
import { openLog } from './open-log.js';

const folder = mkdtempSync(join(tmpdir(), 'knipkaart-log-'));
const path = join(folder, 'log.db');

contractSuite('SQLite', {
  open: async () => openLog(path).events,
  reopen: async (store) => {
    await store.close();
    return openLog(path).events;
  },
  dispose: async () => rmSync(folder, { recursive: true }),
});
