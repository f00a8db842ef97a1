import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { emptyProcess, evolve, KINDS, type ProcessEvent, type ProcessEventType } from '#domain';
import { MemoryEventStore, verifyChain, type StoredEvent } from '#event-store';
import { readModelIn, temporaryFolder, upToDate } from '../read-model/fixture.js';

const FOLDER = 'test/released-events';
/** One of every type; a type that is missing here does not compile. */
const TYPES: Record<ProcessEventType, true> = {
  ProcessRegistered: true,
  ProcessRenamed: true,
  ProcessRetired: true,
  ProcessOwnerNamed: true,
  DiagramSaved: true,
  DiagramMerged: true,
  KnipDecided: true,
  KnipWithdrawn: true,
  ChannelsPrioritised: true,
  HandoverAgreed: true,
  DataRequestsRecorded: true,
  StepBound: true,
  BindingLifted: true,
  MilestoneNamed: true,
};
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
  const folded = () =>
    events.reduce(
      (state, { type, data }) => evolve(state, { type, data } as unknown as ProcessEvent),
      emptyProcess(),
    );

  it('still verifies', () => {
    expect(verifyChain(events)).toBeUndefined();
  });

  it('still means what it meant', () => {
    const state = folded();
    const facts = KINDS.flatMap((kind) =>
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
    expect(readModel.processState(id)?.state).toEqual(folded());
    await readModel.stop();
    folder.remove();
  });
});

it('There is a released log with one of every event type', () => {
  const newest = readFileSync(`${FOLDER}/${releases.sort().at(-1)}`, 'utf8');
  expect(Object.keys(TYPES).filter((type) => !newest.includes(`"type":"${type}"`))).toEqual([]);
});
