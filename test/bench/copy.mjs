// Copying a log from one engine to the other, against the slower of its two parts: reading or writing with
// only the client of the server.
import { alternating, shown, timed } from './alternating.mjs';
import { onServer } from './on-server.mjs';

const EVENTS = 10_000;
const ROUNDS = 3;

/** @returns rows */
export function measure() {
  return onServer(async ({ raw, adapter, server }) => {
    const figures = await alternating(
      {
        rawAppend: async () => {
          for (const client of [raw, adapter]) await client.ask('mark');
          await raw.ask('prepareRuns', EVENTS);
          return timed(() => raw.ask('appendRuns'));
        },
        rawRead: () => timed(() => raw.ask('readAll', EVENTS)),
        copyFrom: () => adapter.ask('copyFrom'),
        copyTo: async () => {
          await adapter.ask('mark');
          await adapter.ask('prepareRuns', EVENTS);
          return adapter.ask('copyTo');
        },
      },
      { rounds: ROUNDS, inOrder: true },
    );
    const perSecond = Object.fromEntries(
      Object.entries(figures).map(([name, ms]) => [name, (1000 * EVENTS) / ms]),
    );
    const { rawAppend, rawRead, copyTo, copyFrom } = perSecond;
    return [
      {
        key: 'copy.toServer',
        server,
        name: `copying ${shown(EVENTS)} events from the embedded store to the server (÷ the slower of appending and reading back by the client alone)`,
        ratio: copyTo / Math.min(rawAppend, rawRead),
        detail: `${shown(copyTo)} events/s, each read back and compared with the source; the client alone appends ${shown(rawAppend)}/s in the same appends of 50 and reads ${shown(rawRead)}/s; on ${server}`,
        figures: { copied: [copyTo, '1/s'], rawAppend: [rawAppend, '1/s'], rawRead: [rawRead, '1/s'] },
      },
      {
        key: 'copy.fromServer',
        server,
        name: `copying ${shown(EVENTS)} events from the server to the embedded store (÷ reading them by the client alone)`,
        ratio: copyFrom / rawRead,
        detail: `${shown(copyFrom)} events/s against ${shown(rawRead)}/s; on ${server}`,
        figures: { copied: [copyFrom, '1/s'], rawRead: [rawRead, '1/s'] },
      },
    ];
  });
}
