// The output of the benchmark: a table for people and the same figures for programs.
import { cpus, totalmem } from 'node:os';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * One measurement.
 * @typedef {object} Row
 * @property {string} key the same in every version, so that versions can be compared
 * @property {string} name for people
 * @property {number} [ratio] absent when it could not be measured here; then `detail` says why
 * @property {string} [server] the server, if one was used
 * @property {string} [target] the bound for the ratio, for example "≥ 0.9"
 * @property {string} detail the figures behind the ratio, for people
 * @property {Record<string, [value: number, unit: string]>} figures the same, for programs
 */

const JSON_FILE = 'docs/performance.json';

/** @returns whether a row meets its bound; undefined when it has no bound or was not measured */
export function isKept({ ratio, target }) {
  if (!target || ratio === undefined) return undefined;
  const [, sign, bound] = /^([≥≤])\s*([\d.]+)/.exec(target);
  return sign === '≥' ? ratio >= Number(bound) : ratio <= Number(bound);
}

export function tableOf(rows) {
  const kept = { true: 'yes', false: 'NO', undefined: '–' };
  return [
    '| measured | ratio | bound | kept | figures |',
    '| --- | ---: | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.name} | ${row.ratio?.toFixed(2) ?? '–'} | ${row.target ?? '–'} | ${kept[isKept(row)]} | ${row.detail} |`,
    ),
  ].join('\n');
}

/** Writes docs/performance.md and docs/performance.json. */
export function writeDown(rows, { tookMs }) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const date = new Date().toISOString().slice(0, 10);
  const machine = {
    processors: cpus().length,
    processor: cpus()[0].model.trim(),
    memoryGB: Math.round(totalmem() / 1e9),
    node: process.versions.node,
    platform: process.platform,
  };
  const description = `${machine.processors} × ${machine.processor}, Node ${machine.node}, ${machine.platform}`;
  writeFileSync(
    'docs/performance.md',
    `# Performance

Written by \`npm run bench -- --write\` (Knipkaart ${version}, ${date}; ${description};
${Math.round(tookMs / 60_000)} minutes). Every ratio compares two things that were measured alternately in one run.
So a ratio holds on a machine of any speed. \`performance.json\` has the same figures, and \`scale.md\` computes
from them what a municipality needs. No test in \`npm test\` asserts a time.

${tableOf(rows)}
`,
  );
  const measured = Object.fromEntries(
    rows.map(({ key, name, server, ratio, target, figures }) => [
      key,
      {
        name,
        ...(server && { server }),
        ...(ratio !== undefined && { ratio: rounded(ratio) }),
        ...(target && { bound: target, kept: isKept({ ratio, target }) }),
        figures: Object.fromEntries(
          Object.entries(figures).map(([figure, [value, unit]]) => [figure, { value: rounded(value), unit }]),
        ),
      },
    ]),
  );
  writeFileSync(JSON_FILE, `${JSON.stringify({ version, date, machine, measured }, null, 2)}\n`);
}

/** The figures that the last complete run wrote. */
export const readFigures = () => JSON.parse(readFileSync(JSON_FILE, 'utf8'));

const rounded = (value) => Number(value.toPrecision(6));
