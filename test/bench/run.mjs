// `npm run bench`: every figure is a ratio of two things measured in this one run; `-- --only store,http` runs a part.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

const PARTS = { store: './store.mjs', http: './http.mjs', 'read-model': './read-model.mjs', page: './page.mjs' };

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean', default: true } }, allowNegative: true });
const chosen = values.only?.split(',') ?? Object.keys(PARTS);

/** A row: what was measured, the ratio, the bound it is held to ("≥ 0.9"), and the two figures behind the ratio. */
const rows = [];
for (const part of chosen) {
  process.stderr.write(`Measuring: ${part} …\n`);
  const { measure } = await import(PARTS[part]);
  rows.push(...(await measure()));
}

const kept = (ratio, target) => {
  if (!target) return '–';
  const [, sign, bound] = /^([≥≤])\s*([\d.]+)/.exec(target);
  return (sign === '≥' ? ratio >= Number(bound) : ratio <= Number(bound)) ? 'yes' : 'NO';
};
const table = [
  '| measured | ratio | bound | kept | figures |',
  '| --- | ---: | --- | --- | --- |',
  ...rows.map(({ name, ratio, target, detail }) => `| ${name} | ${ratio.toFixed(2)} | ${target ?? '–'} | ${kept(ratio, target)} | ${detail} |`),
].join('\n');
process.stdout.write(`${table}\n`);

if (values.write && !values.only) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.versions.node}, ${process.platform}`;
  writeFileSync(
    'docs/performance.md',
    `# Performance\n\nWritten by \`npm run bench\` (Knipkaart ${version}, ${new Date().toISOString().slice(0, 10)}; ${machine}). Every ratio compares two things\n` +
      `measured in the same run, alternating, so that it holds when the machine's speed does not. Nothing in \`npm test\` asserts a time.\n\n${table}\n`,
  );
}
