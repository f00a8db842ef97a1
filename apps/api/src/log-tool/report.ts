import { months, type Statistics } from './count-log.js';
import type { Copied } from './copy-log.js';
import { foreignSentence, type Verified } from './verify-log.js';

const number = (value: number): string => value.toLocaleString('en');
const size = (bytes: number): string =>
  bytes < 2 ** 20 ? `${(bytes / 2 ** 10).toFixed(1)} KiB` : `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const contents = ({ events, streams, root }: Verified): string =>
  `${number(events)} events, ${number(streams)} streams, root ${root}`;

/**
 * The result of a copy, line by line.
 * @param people whether the names of people were copied
 * @param seconds that the copy took
 */
export function copyReport(
  { from, to, copied, names, foreign, grown }: Copied,
  places: { from: string; to: string },
  people: boolean,
  seconds: number,
): string {
  const before = from.events - copied;
  return [
    `from ${places.from}: ${contents(from)}`,
    `to   ${places.to}: ${contents(to)}`,
    `${number(copied)} events copied in ${seconds.toFixed(1)} s${before > 0 ? `; ${number(before)} stood there already` : ''}.`,
    people
      ? `${number(names)} names of people went along.`
      : 'Names of people did not go along; --people takes them.',
    ...(foreign ? [`${foreignSentence(foreign)} Left out: ${number(foreign.count)}.`] : []),
    ...(grown ? ['Events were added to the log meanwhile. The same command copies them too.'] : []),
  ]
    .join('\n')
    .concat('\n');
}

/** One line about a verified log. */
export function verifyReport({ events, streams, root, foreign }: Verified): string {
  const ours = `All ${number(events)} events of ${number(streams)} streams verify. Root: ${root}\n`;
  return foreign
    ? `${foreignSentence(foreign)} “copy --without-foreign” makes a log without such events. Without them: ${ours}`
    : ours;
}

/**
 * The content of a log, in tables.
 * @param fileBytes size on disk; undefined for a log on a server
 */
export function statsReport(found: Statistics, place: string, fileBytes: number | undefined): string {
  const { events, streams, bytes, demo, first, last, largest, types, days, names, foreign } = found;
  const busiest = [...days].sort(([, a], [, b]) => b.events - a.events)[0];
  const facts: [string, string][] = [
    ['log', place],
    [
      'events',
      `${number(events)} in ${number(streams)} streams${demo > 0 ? `, ${number(demo)} of them of the demonstration` : ''}`,
    ],
    ['size', `${size(bytes)} as JSON${fileBytes === undefined ? '' : `, ${size(fileBytes)} on the disk`}`],
    ['time', first === undefined ? '–' : `${first} to ${last}`],
    [
      'largest event',
      largest
        ? `${number(largest.bytes)} bytes: ${largest.type}, event ${largest.version} of ${largest.stream}`
        : '–',
    ],
    ['busiest day', busiest ? `${busiest[0]}: ${number(busiest[1].events)} events` : '–'],
    ['days with events', number(days.size)],
    ...(foreign > 0 ? ([['foreign events', number(foreign)]] satisfies [string, string][]) : []),
    ['names of people', number(names)],
  ];
  const byType = [...types].sort(([, a], [, b]) => b.events - a.events);
  const tables = [
    { title: 'type', rows: byType },
    { title: 'month', rows: [...months(days)] },
  ].map(({ title, rows }) =>
    table([
      [title, 'events', 'bytes'],
      ...rows.map(([name, count]) => [name, number(count.events), number(count.bytes)]),
    ]),
  );
  return [facts.map(([name, value]) => `${name.padEnd(18)}${value}`).join('\n'), ...tables]
    .join('\n\n')
    .concat('\n');
}

/** Aligns the first column left and the others right. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart((widths[column] ?? 0) + 2),
        )
        .join(''),
    )
    .join('\n');
}
