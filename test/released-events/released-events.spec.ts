import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  aggregate,
  emptyProcess,
  processAggregate,
  PROCESS_FACT_KINDS,
  PROCESS_EVENTS,
  standing,
  type ObjectShape,
} from '#domain';
import { MemoryEventStore, verifyChain, type JsonObject, type StoredEvent } from '#event-store';
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
  const current = () =>
    events.map(({ type, data, metadata: { schemaVersion } }) =>
      processAggregate.current({ type, data, schemaVersion }),
    );
  const folded = () => current().reduce(processAggregate.evolve, emptyProcess());

  it('still verifies', () => {
    expect(verifyChain(events)).toBeUndefined();
  });

  it('is read in the shapes of today, down to the members that are not checked', () => {
    const misfits = current().flatMap(({ type, data }) => {
      const { members }: ObjectShape = PROCESS_EVENTS[type];
      return Object.keys(members).filter((name) => !members[name]!.fits((data as JsonObject)[name]));
    });
    expect(misfits).toEqual([]);
  });

  it('still means what it meant', () => {
    const state = folded();
    const facts = PROCESS_FACT_KINDS.flatMap((kind) =>
      [...state[kind]].map(([key, { value, version }]) => ({ kind, key, version, value })),
    );
    expect(facts).toEqual(
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
    const id = events[0]!.stream.slice('process-'.length);
    expect(readModel.parked(`process-${id}`)).toBeUndefined();
    expect(stateOf(readModel, id)).toEqual(folded());
    await readModel.stop();
    folder.remove();
  });
});

it('There is a released log with one of every event type', () => {
  const newest = readFileSync(`${FOLDER}/${releases.sort().at(-1)}`, 'utf8');
  expect(Object.keys(PROCESS_EVENTS).filter((type) => !newest.includes(`"type":"${type}"`))).toEqual([]);
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
