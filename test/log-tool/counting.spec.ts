import { describe, expect, it } from '@jest/globals';
import { EMPTY_STREAM, sealEvents, type LogToRead } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { countLog } from '../../apps/api/src/log-tool/count-log.js';
import { copyReport, statsReport } from '../../apps/api/src/log-tool/report.js';
import { verifyLog } from '../../apps/api/src/log-tool/verify-log.js';
import { fill } from './filled-log.js';

const quietly = () => undefined;

describe('What stands in a log', () => {
  it('is counted by hand as by the command: kinds, days, months, the first and the last', async () => {
    const events = new MemoryEventStore();
    const put = async (stream: string, at: string, types: string[], text = '', demo = false) => {
      const made = types.map((type) => ({ type, data: { text } }));
      const said = {
        commandId: at,
        requestDigest: '00',
        schemaVersion: 1,
        actor: 'a',
        now: new Date(at),
        demo,
      };
      await events.append(stream, 0, sealEvents(stream, EMPTY_STREAM, made, said));
    };
    await put('process-b', '2026-03-02T23:59:59Z', ['Kept', 'Moved', 'Moved']);
    // Two streams of a log may have begun in another order than they stand in it.
    await put('process-a', '2026-01-31T08:00:00Z', ['Moved'], 'é'.repeat(50));
    await put('process-c', '2026-03-03T00:00:00Z', ['Kept'], '', true);
    const people = { all: async () => [{ id: 'a', name: 'Anna' }] } as LogToRead['people'];
    const found = await countLog({ events, people }, quietly);
    const stored = await events.readAll(undefined, 9);
    const bytes = stored.map(({ data, metadata }) =>
      Buffer.byteLength(JSON.stringify(data) + JSON.stringify(metadata)),
    );
    const sum = (...places: number[]) => places.reduce((before, place) => before + bytes[place]!, 0);
    expect(found).toMatchObject({
      events: 5,
      bytes: sum(0, 1, 2, 3, 4),
      streams: 3,
      demo: 1,
      names: 1,
      foreign: 0,
      first: '2026-01-31T08:00:00.000Z',
      last: '2026-03-03T00:00:00.000Z',
      largest: { stream: 'process-a', version: 1, type: 'Moved', bytes: bytes[3] },
    });
    expect([...found.types]).toEqual([
      ['Kept', { events: 2, bytes: sum(0, 4) }],
      ['Moved', { events: 3, bytes: sum(1, 2, 3) }],
    ]);
    const number = (value: number) => value.toLocaleString('en');
    const lines = statsReport(found, 'a folder', 3 * 2 ** 20).split('\n');
    const facts = lines.filter((line) => /^(events|time|largest|busiest|days|names|size)/.test(line));
    expect(facts).toEqual([
      'events            5 in 3 streams, 1 of them of the demonstration',
      `size              ${(sum(0, 1, 2, 3, 4) / 1024).toFixed(1)} KiB as JSON, 3.0 MiB on the disk`,
      'time              2026-01-31T08:00:00.000Z to 2026-03-03T00:00:00.000Z',
      `largest event     ${number(bytes[3]!)} bytes: Moved, event 1 of process-a`,
      'busiest day       2026-03-02: 3 events',
      'days with events  3',
      'names of people   1',
    ]);
    const rows = lines.filter((line) => /^(Kept|Moved|2026)/.test(line)).map((line) => line.split(/ {2,}/));
    expect(rows).toEqual([
      ['Moved', '3', number(sum(1, 2, 3))],
      ['Kept', '2', number(sum(0, 4))],
      ['2026-01', '1', number(sum(3))],
      ['2026-03', '4', number(sum(0, 1, 2, 4))],
    ]);
  });

  it('is nothing in an empty log', async () => {
    const people = { all: async () => [] } as unknown as LogToRead['people'];
    const found = await countLog({ events: new MemoryEventStore(), people }, quietly);
    const said = statsReport(found, 'a folder', undefined);
    expect(said).toMatch(/^events +0 in 0 streams$/m);
    expect(said).toMatch(/^size +0\.0 KiB as JSON$/m);
    expect(said).toMatch(/^time +–$/m);
    expect(said).toMatch(/^busiest day +–$/m);
    expect(said).not.toMatch(/foreign/);
  });
});

describe('A noted root', () => {
  it.each([3, 500, 501, 1_200])(
    'of the first %d events is held against those, however many came since',
    async (noted) => {
      const log = new MemoryEventStore();
      await fill(log, [[1, noted]]);
      const { root, events } = await verifyLog(log, undefined, quietly);
      expect(events).toBe(noted);
      await fill(log, [
        [1, 1],
        [2, 600],
      ]);
      expect(await verifyLog(log, { root, events: noted }, quietly)).toMatchObject({ events: noted + 601 });
      const other = (await verifyLog(log, undefined, quietly)).root;
      await expect(verifyLog(log, { root: other, events: noted }, quietly)).rejects.toThrow(
        `the root of the first ${noted.toLocaleString('en')} events is ${root}`,
      );
      await expect(verifyLog(log, { root, events: noted + 602 }, quietly)).rejects.toThrow('fewer than');
    },
  );
});

it('Reading a log tells how far it is, from a position of its own to the end', async () => {
  const log = new MemoryEventStore();
  await fill(log, [[1, 1_201]]);
  const shares: number[] = [];
  await verifyLog(log, undefined, (share) => void shares.push(share));
  expect(shares.map((share) => Math.round(share * 1_200))).toEqual([499, 999, 1_200]);
});

it('A copy tells what was copied, what stood there and what stayed behind', () => {
  const whole = { events: 1_500, streams: 2, root: 'aa' };
  const copied = { from: whole, to: whole, copied: 1_200, names: 3, foreign: undefined, grown: false };
  const said = (more: object, people: boolean) =>
    copyReport({ ...copied, ...more }, { from: 'here', to: 'there' }, people, 2).split('\n');
  const places = [
    'from here: 1,500 events, 2 streams, root aa',
    'to   there: 1,500 events, 2 streams, root aa',
  ];
  expect(said({}, true)).toEqual([
    ...places,
    '1,200 events copied in 2.0 s; 300 stood there already.',
    '3 names of people went along.',
    '',
  ]);
  const first = { stream: 'process-1', version: 4, reason: 'another program wrote it' };
  expect(said({ copied: 1_500, grown: true, foreign: { count: 1, first } }, false)).toEqual([
    ...places,
    '1,500 events copied in 2.0 s.',
    'Names of people did not go along; --people takes them.',
    'The log holds 1 foreign event. The first is event 4 of process-1: another program wrote it. Left out: 1.',
    'Events were added to the log meanwhile. The same command copies them too.',
    '',
  ]);
});
