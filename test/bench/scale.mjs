// `npm run scale`: writes docs/scale.md from docs/performance.json and the assumptions. Every figure in it is
// one of these or computed from them.
import { writeFileSync } from 'node:fs';
import { readFigures } from './rows.mjs';
import { ASSUMPTIONS, assumed } from './scale-assumptions.mjs';
import { inBusiestMinute, limits, produced, waits } from './scale-reckoning.mjs';

/**
 * What to do when a limit comes near, by the name of the limit.
 * @param diagrams the share of diagrams in the time of a rebuild, from and to
 */
const measuresFor = (diagrams) => ({
  writes:
    'Move the log to a server. After that, use one log per group of municipalities. Decisions on different processes already share commits',
  reads: 'Run more instances, with the log on a server. Each instance adds the same capacity',
  rebuild: `On a server, one instance rebuilds while the others serve. On one machine, rebuild in the evening, or let fewer municipalities share a log. The read model survives a restart. Reading diagrams takes ${diagrams.map(share).join(' to ')} of the time`,
  copy: 'Copy while the service runs, then stop the service and copy again: the second run copies only what is missing',
  start: 'Start the next instance before you stop the last one',
  memory: 'Give the machine more memory',
  disk: 'Use a larger disk. Most of it holds diagrams: every saved version is stored completely and never deleted',
});

/**
 * Writes the page.
 * @throws Error when the benchmark has not written its figures
 */
export function writeScale() {
  const { version, date, machine, measured } = readFigures();
  const figure = (key, name) => measured[key]?.figures[name]?.value;
  writeFileSync(
    'docs/scale.md',
    pageOf({ version, date, machine, figure, server: measured['server.readAll']?.server ?? 'no server' }),
  );
}

function pageOf({ version, date, machine, figure, server }) {
  const made = produced(figure);
  const found = limits(figure);
  const { rebuild, diagrams, copy } = waits(figure);
  const measures = measuresFor([diagrams / rebuild.server, diagrams / rebuild.embedded]);
  const first = { embedded: tightest(found, 'embedded'), server: tightest(found, 'server') };
  return `# Scale: what a municipality needs, and what breaks first

\`npm run scale\` computes this page from the figures of \`npm run bench\` and the assumptions below. The figures are in
\`performance.json\` (Knipkaart ${version}, ${date}, ${machine.processors} × ${machine.processor}, for the service and its load together). You
can run both on your own machine, or change an assumption in \`test/bench/scale-assumptions.mjs\`.
The server was ${server}.

## In short

- On one machine with the embedded store, **${about(first.embedded.carries.embedded)} municipalities** can share one log. The first limit is:
  *${first.embedded.name}*. ${measures[first.embedded.measure]}.
- With the log on a server, **${about(first.server.carries.server)} municipalities** can share one log. The first limit is: *${first.server.name}*.
  ${measures[first.server.measure]}.
- After ${assumed('years')} years, one municipality uses ${share(1 / first.embedded.carries.embedded)} of what the embedded store can carry. All ${assumed('municipalities')} municipalities
  ${first.embedded.carries.embedded >= assumed('municipalities') ? 'fit on one log' : `need ${about(Math.ceil(assumed('municipalities') / first.embedded.carries.embedded))} logs, or one log each`}.

## What comes in

| | one process | one municipality | all ${assumed('municipalities')} |
| --- | ---: | ---: | ---: |
${[
  ['events a year', (of) => about(of.events)],
  [`events in ${assumed('years')} years`, (of) => about(of.events * assumed('years'))],
  ['log a year', (of) => bytes(of.log)],
  [`log in ${assumed('years')} years`, (of) => bytes(of.log * assumed('years'))],
  [`read model after ${assumed('years')} years`, (of) => bytes(of.readModel * assumed('years'))],
  ['read requests a year', (of) => about(of.reads)],
  ['decisions and saves in the busiest minute', (of) => about(inBusiestMinute(of.events))],
  ['read requests in the busiest minute', (of) => about(inBusiestMinute(of.reads))],
]
  .map(
    ([name, value]) =>
      `| ${name} | ${value(made.process)} | ${value(made.municipality)} | ${value(made.country)} |`,
  )
  .join('\n')}

Measured on the demonstration: an event takes ${bytes(figure('sizes.demo', 'event'))}, and an event with a diagram ${bytes(figure('sizes.demo', 'diagram'))}. Reading the
diagram takes ${time(figure('sizes.demo', 'reading') / 1000)}.

## Where the limits are

For each limit and each engine: what one municipality needs after ${assumed('years')} years, what the engine offers, and so how many
municipalities one log carries. The growth of memory and of the start comes from two lengths of the log. Copying was measured with
small events, so large diagrams make it slower.

| limit | one municipality | embedded store | carries | one municipality | server | carries |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${found.map((limit) => `| ${limit.name} | ${['embedded', 'server'].flatMap((engine) => [shown(limit.need[engine], limit.unit), shown(limit[engine], limit.unit), about(limit.carries[engine])]).join(' | ')} |`).join('\n')}

With ${about(figure('memory.started', 'events'))} events, the service uses ${about(figure('memory.started', 'resident'))} MB of memory after a start, ${about(figure('memory.loaded', 'resident'))} MB under load, and at most
${about(figure('memory.rebuilt', 'peak'))} MB during a rebuild of the read model. With ${about(figure('memory.started', 'eventsFew'))} events it uses ${about(figure('memory.started', 'residentFew'))} MB and ${about(figure('memory.loaded', 'residentFew'))} MB. A start takes
${time(figure('readModel.start', 'many') / 1000)}.

For one municipality after ${assumed('years')} years, a rebuild of the read model takes ${time(rebuild.embedded)} with the embedded store and
${time(rebuild.server)} with the server. Copying its log takes ${time(copy.embedded)} to the server and ${time(copy.server)} back.

## When a limit comes near

| limit | what to do |
| --- | --- |
${found.map((limit) => `| ${limit.name} | ${measures[limit.measure]} |`).join('\n')}

## Assumptions

| | | why |
| --- | ---: | --- |
${Object.values(ASSUMPTIONS)
  .map(
    ([value, unit, why]) =>
      `| ${unit === 'bytes' || unit === 's' ? why : unit || 'municipalities'} | ${unit === 'bytes' ? bytes(value) : unit === 's' ? time(value) : value.toLocaleString('en')} | ${unit === 'bytes' || unit === 's' ? 'bound' : why} |`,
  )
  .join('\n')}
`;
}

const tightest = (found, engine) =>
  found
    .filter(({ carries }) => carries[engine] !== undefined)
    .toSorted((a, b) => a.carries[engine] - b.carries[engine])[0];

/** Rounds to two digits. The estimate is not more exact. */
function about(value) {
  if (value === undefined || Number.isNaN(value)) return 'not measured';
  if (value === Infinity) return 'no limit found';
  return Number(value.toPrecision(2)).toLocaleString('en', { maximumSignificantDigits: 2 });
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'];
function bytes(value) {
  const step = Math.max(0, Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3)));
  return `${about(value / 1000 ** step)} ${UNITS[step]}`;
}

function time(seconds) {
  if (Number.isNaN(seconds)) return 'an unmeasured time';
  if (seconds < 0.1) return `${about(seconds * 1000)} ms`;
  if (seconds < 90) return `${about(seconds)} s`;
  return seconds < 5400 ? `${about(seconds / 60)} minutes` : `${about(seconds / 3600)} hours`;
}

const shown = (value, unit) => (Number.isFinite(value) ? (SHOWN[unit] ?? about)(value) : about(value));
const SHOWN = { bytes, s: time };
const share = (part) => (part < 0.01 ? 'less than a hundredth' : `${about(part * 100)} %`);

if (import.meta.main) writeScale();
