// The adapter of EventStoreDB / KurrentDB against its client alone, alternately on the same server.
import { alternating, shown, timed } from './alternating.mjs';
import { onServer } from './on-server.mjs';

const CAUGHT_UP = 20_000;
const READ = 10_000;

/** @returns rows */
export function measure() {
  return onServer(async ({ raw, adapter, server }) => {
    const appending = async (key, name, writers, appends, rounds) => {
      const each = (client) => async () => {
        await client.ask('prepare', writers, appends);
        return timed(() => client.ask('append'));
      };
      return rowOf(
        key,
        name,
        writers * appends,
        await alternating({ raw: each(raw), ours: each(adapter) }, { rounds, warmUp: 3 }),
        server,
      );
    };
    const rows = [
      await appending(
        'server.single',
        'single awaited appends through the adapter (÷ the client alone)',
        1,
        100,
        15,
      ),
      await appending(
        'server.group',
        '64 writers at once through the adapter (÷ the client alone)',
        64,
        5,
        15,
      ),
    ];
    for (const client of [raw, adapter]) await client.ask('mark');
    await raw.ask('prepareRuns', CAUGHT_UP);
    await raw.ask('appendRuns');
    const reading = async (key, name, order, events, rounds) => {
      const each = (client) => () => timed(() => client.ask(order, events));
      return rowOf(
        key,
        name,
        events,
        await alternating({ raw: each(raw), ours: each(adapter) }, { rounds }),
        server,
      );
    };
    rows.push(
      await reading(
        'server.catchUp',
        `catching up ${shown(CAUGHT_UP)} events by subscription through the adapter (÷ the client alone)`,
        'catchUp',
        CAUGHT_UP,
        5,
      ),
    );
    rows.push(
      await reading(
        'server.readAll',
        'reading the whole log in pages of 500 through the adapter (÷ the client alone)',
        'readAll',
        READ,
        5,
      ),
    );
    return rows;
  });
}

function rowOf(key, name, events, { raw, ours }, server) {
  const perSecond = (ms) => (1000 * events) / ms;
  return {
    key,
    name,
    server,
    target: '≥ 0.9',
    ratio: raw / ours,
    detail: `${shown(perSecond(ours))} events/s against ${shown(perSecond(raw))}/s; on ${server}`,
    figures: { ours: [perSecond(ours), '1/s'], raw: [perSecond(raw), '1/s'] },
  };
}
