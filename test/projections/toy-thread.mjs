// On what the build made: builds the read model of a log on a thread, all of it and then the toys alone, and
// prints both content hashes. Its arguments are the log and the folder of the read model.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLog } from '#event-store';
import { openReadModel } from '../../dist/apps/api/src/platform/projections/following/open-read-model.js';
import { PROJECTIONS } from './toy-projections.mjs';

const [log, dataDir] = process.argv.slice(2);
let threads = 0;
process.on('worker', () => (threads += 1));
const { events: store } = openLog(log);

async function hashAfterStart() {
  let pages = 0;
  const onProgress = () => (pages += 1);
  const readModel = openReadModel(dataDir, { projections: PROJECTIONS, onProgress });
  await readModel.start(store);
  const hash = readModel.contentHash();
  await readModel.stop();
  return { hash, pages };
}

const whole = await hashAfterStart();
const file = new DatabaseSync(join(dataDir, 'read-model.sqlite'));
file.exec("UPDATE projections SET version = 0 WHERE name = 'toys'; DELETE FROM toy_colours;");
file.close();
const alone = await hashAfterStart();
const untouched = await hashAfterStart();
await store.close();
process.stdout.write(JSON.stringify({ threads, whole, alone, untouched }));
