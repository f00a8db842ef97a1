import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessPage } from './platform/http/access/access-page.js';
import { KnownRoutes } from './platform/http/routes/known-routes.js';
import { PROCESS_ACCESS_RULES } from './processes/index.js';
import { startService } from './start-service.js';

// Writes `docs/access.md` from the routes of a service that runs on an empty log.
const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-access-'));
const service = await startService({ port: 0, dataDir, demoData: false }, () => {});
const page = accessPage(service.app.get(KnownRoutes).accessRows(), PROCESS_ACCESS_RULES);
await service.stop();
rmSync(dataDir, { recursive: true });
writeFileSync('docs/access.md', page);
