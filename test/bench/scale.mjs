// `npm run scale`: writes docs/scale.md from docs/performance.json and the stated assumptions. Every figure
// in it is one of these, or computed from them.
import { writeFileSync } from 'node:fs';
import { readFigures } from './rows.mjs';
import { ASSUMPTIONS, assumed } from './scale-assumptions.mjs';
import { inBusiestMinute, limits, produced, waits } from './scale-reckoning.mjs';

/**
 * What to do when a limit comes near, by its name.
 * @param diagrams how much of building a read model is reading diagrams, from and to
 */
const thens = (diagrams) => ({
  writes:
    'decisions on different processes share commits already; more than that takes the server, and then a log for each group of municipalities',
  reads: 'put more instances beside each other, which takes the log on a server; each serves as many again',
  rebuild: `${diagrams.map(share).join(' to ')} of it is reading diagrams. On a server another instance builds its own while the others serve; on one machine it waits for the evening, or fewer municipalities share a log. The read model is kept from one start to the next`,
  copy: 'copy while the service runs, then once more with the service stopped: only what is missing is copied',
  start: 'start the next instance before the last one is stopped',
  memory: 'give the machine more memory',
  disk: 'a larger disk: most of it is diagrams, each saved version whole and never cleared',
});

/** Writes the page. @throws Error when the benchmark has not written its figures down */
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
  const then = thens([diagrams / rebuild.server, diagrams / rebuild.embedded]);
  const first = { embedded: tightest(found, 'embedded'), server: tightest(found, 'server') };
  return `# Scale: what a municipality needs, and what breaks first

Computed by \`npm run scale\` from the figures of \`npm run bench\` (\`performance.json\`: Knipkaart ${version}, ${date}, ${machine.processors} × ${machine.processor}, shared by the
service and whoever asked it) and the assumptions below. Not typed by hand: run both on your own machine, or change an assumption in \`test/bench/scale-assumptions.mjs\`.
The server was ${server}.

## In short

- On one machine with the embedded store the first limit is met at **${about(first.embedded.carries.embedded)} municipalities** on one log: *${first.embedded.name}*. Then: ${then[first.embedded.then]}.
- With the log on a server it is met at **${about(first.server.carries.server)} municipalities**: *${first.server.name}*. Then: ${then[first.server.then]}.
- One municipality takes ${share(1 / first.embedded.carries.embedded)} of what the embedded store carries after ${assumed('years')} years; all ${assumed('municipalities')} ${first.embedded.carries.embedded >= assumed('municipalities') ? 'would fit on one log' : `would need ${about(Math.ceil(assumed('municipalities') / first.embedded.carries.embedded))} of them, or one for each municipality`}.

## What comes in

| | one process | one municipality | all ${assumed('municipalities')} |
| --- | ---: | ---: | ---: |
${[
  ['events a year', (of) => about(of.events)],
  [`events in ${assumed('years')} years`, (of) => about(of.events * assumed('years'))],
  ['log a year', (of) => bytes(of.log)],
  [`log in ${assumed('years')} years`, (of) => bytes(of.log * assumed('years'))],
  [`read model after ${assumed('years')} years`, (of) => bytes(of.readModel * assumed('years'))],
  ['requests for reading a year', (of) => about(of.reads)],
  ['decisions and saves in the busiest minute', (of) => about(inBusiestMinute(of.events))],
  ['requests for reading in the busiest minute', (of) => about(inBusiestMinute(of.reads))],
]
  .map(
    ([name, value]) =>
      `| ${name} | ${value(made.process)} | ${value(made.municipality)} | ${value(made.country)} |`,
  )
  .join('\n')}

An event takes ${bytes(figure('sizes.demo', 'event'))}, one with a diagram ${bytes(figure('sizes.demo', 'diagram'))} and ${time(figure('sizes.demo', 'reading') / 1000)} to read it, measured on the demonstration.

## Where the limits are

What one municipality needs after ${assumed('years')} years (of the embedded store, of the server), what there is, and so how many municipalities one log carries.
Growth of memory and start is read off two lengths of the log; copying was measured with small events, so large diagrams make it slower.

| limit | one municipality | embedded store | carries | one municipality | server | carries |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${found.map((limit) => `| ${limit.name} | ${['embedded', 'server'].flatMap((engine) => [shown(limit.need[engine], limit.unit), shown(limit[engine], limit.unit), about(limit.carries[engine])]).join(' | ')} |`).join('\n')}

Memory of the service: ${about(figure('memory.started', 'resident'))} MB after a start and ${about(figure('memory.loaded', 'resident'))} MB under load with ${about(figure('memory.started', 'events'))} events,
${about(figure('memory.started', 'residentFew'))} and ${about(figure('memory.loaded', 'residentFew'))} MB with ${about(figure('memory.started', 'eventsFew'))}; ${about(figure('memory.rebuilt', 'peak'))} MB at most while a read model is built. A start takes ${time(figure('readModel.start', 'many') / 1000)}.
Building the read model of one municipality after ${assumed('years')} years takes ${time(rebuild.embedded)} from the embedded store and ${time(rebuild.server)} from the server,
copying its log ${time(copy.embedded)} to the server and ${time(copy.server)} back.

## When a limit comes near

| limit | then |
| --- | --- |
${found.map((limit) => `| ${limit.name} | ${then[limit.then]} |`).join('\n')}

## Assumed

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

/** Two digits are as much as such reckoning knows. */
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
