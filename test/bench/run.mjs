// `npm run bench`: every ratio compares two things measured in this one run. `-- --only store,http` runs some
// parts; `-- --write` writes the figures of a complete run into docs/.
import { parseArgs } from 'node:util';
import { tableOf, writeDown } from './rows.mjs';
import { writeScale } from './scale.mjs';

const PARTS = {
  // The service on the server comes first, because it loads its processes only into an empty log.
  http: './http.mjs',
  store: './store.mjs',
  peers: './peers.mjs',
  server: './server.mjs',
  copy: './copy.mjs',
  'read-model': './read-model.mjs',
  sizes: './sizes.mjs',
  compare: './compare.mjs',
  merge: './merge.mjs',
  page: './page.mjs',
  'comparison-page': './comparison-page.mjs',
  'first-load': './first-load.mjs',
};

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean' } } });
if (values.only && values.write)
  throw new Error('Only a complete run can write its figures: leave out --only.');
const begin = performance.now();
const rows = [];
for (const part of values.only?.split(',') ?? Object.keys(PARTS)) {
  process.stderr.write(`Measuring: ${part} …\n`);
  const { measure } = await import(PARTS[part]);
  const partBegin = performance.now();
  rows.push(...(await measure()));
  process.stderr.write(`  took ${Math.round((performance.now() - partBegin) / 1000)} s\n`);
}
process.stdout.write(`${tableOf(rows)}\n`);
if (values.write) {
  writeDown(rows, { tookMs: performance.now() - begin });
  writeScale();
}
