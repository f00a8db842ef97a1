import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  aggregate,
  AGGREGATES,
  processAggregate,
  PROCESS_EVENTS,
  standing,
  type Aggregate,
  type StandingFact,
} from '#domain';
import { verifyChain, type JsonObject, type StoredEvent } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { readModelIn, stateOf, temporaryFolder, upToDate } from '../projections/fixture.js';

const FOLDER = 'test/released-events';
const releases = readdirSync(FOLDER).filter((file) => file.endsWith('.ndjson'));

/**
 * Logs as released versions wrote them, taken from `GET /events`. These files are never changed: a release
 * that writes new shapes adds one.
 */
describe.each(releases)('The log that %s wrote', (release) => {
  const events = readFileSync(`${FOLDER}/${release}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEvent);
  const streams = [...new Set(events.map(({ stream }) => stream))];
  const currentOf = (name: string) =>
    events
      .filter(({ stream }) => stream === name)
      .map(({ type, data, metadata }) => aggregateOf(name).current({ ...metadata, type, data }));
  const folded = (name: string) =>
    currentOf(name).reduce(aggregateOf(name).evolve, aggregateOf(name).initial);

  it('still verifies', () => {
    expect(verifyChain(events)).toBeUndefined();
  });

  it('is read in the shapes of today, down to the members that are not checked', () => {
    const misfits = streams.flatMap((stream) =>
      currentOf(stream).flatMap(({ type, data }) => {
        const { members } = aggregateOf(stream).events[type]!;
        return Object.keys(members).filter((name) => !members[name]!.fits((data as JsonObject)[name]));
      }),
    );
    expect(misfits).toEqual([]);
  });

  it('still means what it meant', () => {
    expect(streams.map(folded).flatMap(factsOf)).toEqual(
      JSON.parse(readFileSync(`${FOLDER}/${release.replace('.ndjson', '.facts.json')}`, 'utf8')),
    );
  });

  it('is still read by the read side', async () => {
    const store = new MemoryEventStore();
    for (const { stream, version, type, data, metadata } of events)
      await store.append(stream, version - 1, [{ type, data, metadata }]);
    const folder = temporaryFolder();
    const readModel = readModelIn(folder.path);
    await readModel.start(store);
    await upToDate(readModel, store);
    for (const stream of streams) expect(readModel.parked(stream)).toBeUndefined();
    const processes = streams.filter((stream) => stream.startsWith(processAggregate.prefix));
    for (const stream of processes)
      expect(stateOf(readModel, stream.slice(processAggregate.prefix.length))).toEqual(folded(stream));
    await readModel.stop();
    folder.remove();
  });
});

it('There is a released log with one of every event type', () => {
  const newest = readFileSync(`${FOLDER}/${releases.sort().at(-1)}`, 'utf8');
  const types = AGGREGATES.flatMap(({ events }) => Object.keys(events));
  expect(types.filter((type) => !newest.includes(`"type":"${type}"`))).toEqual([]);
});

it('An older shape of an event is read as the current one', () => {
  const stored = { type: 'KnipMade', data: { step: 'A', side: 'front', why: 'Zo.' }, schemaVersion: 1 };
  const older = [
    new Map([
      [
        'KnipMade',
        (data: unknown) => {
          const { step, side, why } = data as (typeof stored)['data'];
          return { type: 'KnipDecided', data: { elementId: step, side, reason: { text: why } } };
        },
      ],
    ]),
  ];
  const registered = { type: 'ProcessRegistered', data: { name: 'Kap', domain: 'wmo' }, schemaVersion: 1 };
  const later = aggregate({ ...processAggregate, events: PROCESS_EVENTS, older });
  const state = [registered, stored].map(later.current).reduce(later.evolve, later.initial);
  expect(standing(state, 'knip', 'A')).toEqual({ side: 'front', reason: { text: 'Zo.' } });
  expect(() => processAggregate.current(stored)).toThrow('Unknown event type KnipMade.');
});

/** The aggregate that a stream belongs to. */
const aggregateOf = (stream: string): Aggregate =>
  AGGREGATES.find(({ prefix }) => stream.startsWith(prefix))!;

/** The facts of a state in the order of their kinds. */
function factsOf(state: unknown): object[] {
  const { changed: _, ...kinds } = state as Record<string, unknown>;
  return Object.entries(kinds).flatMap(([kind, facts]) =>
    facts instanceof Map
      ? [...(facts as Map<string, StandingFact<unknown>>)].map(([key, fact]) => ({ kind, key, ...fact }))
      : [],
  );
}
