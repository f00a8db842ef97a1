import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyProcess, evolveProcess, type ProcessEvent } from '#domain';
import type { EventStore } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import fc from 'fast-check';
import { FACTS_AS_OF, MADE, RIGHTS } from '../../apps/api/src/process-facts/state-reader.js';
import { rightsIn, StateReader } from '../../apps/api/src/process-facts/index.js';
import {
  chain,
  knip,
  merged,
  readModelIn,
  record,
  registered,
  saved,
  temporaryFolder,
  upToDate,
} from './fixture.js';

const ELEMENTS = ['A', 'B', 'C', '__proto__', 'e e'];
const reason = { text: 'Daarom.' };
const element = fc.constantFrom(...ELEMENTS);
const anyEvent: fc.Arbitrary<ProcessEvent> = fc.oneof(
  fc.tuple(element, fc.constantFrom('front', 'back')).map(([id, side]) => knip(id, side as 'front')),
  element.map((elementId): ProcessEvent => ({ type: 'KnipWithdrawn', data: { elementId, reason } })),
  element.map(
    (elementId): ProcessEvent => ({
      type: 'StepBound',
      data: { elementId, side: 'back', source: 'Awb', reason },
    }),
  ),
  element.map((elementId): ProcessEvent => ({ type: 'BindingLifted', data: { elementId, reason } })),
  fc.option(element).map(
    (elementId): ProcessEvent => ({
      type: 'ChannelsPrioritised',
      data: { ...(elementId && { elementId }), channels: ['web'], reason },
    }),
  ),
  fc
    .string({ minLength: 1 })
    .map((name): ProcessEvent => ({ type: 'ProcessRenamed', data: { name, reason } })),
  fc
    .constantFrom('anouk', 'bas')
    .map((person): ProcessEvent => ({ type: 'ProcessOwnerNamed', data: { person, reason } })),
  fc.constantFrom(chain('A', 'B'), chain('B', 'C', 'A')).map(saved),
  fc.constantFrom(chain('A', 'B'), chain('C')).map(merged),
  fc.constantFrom(saved('no diagram'), { type: 'Unheard', data: {} } as unknown as ProcessEvent),
);
/** Events of several processes, some of which cannot be read, and now and then a restart. */
const story = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ process: fc.constantFrom('p', 'q'), event: anyEvent }) },
    fc.constant('restart' as const),
  ),
  { maxLength: 40 },
);

describe('The read model', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: EventStore;
  beforeEach(() => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
  });
  afterEach(() => folder.remove());

  it('holds the same whether it grew with the log or was built from it, and any version is the state after its events', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const log = new MemoryEventStore();
        const [grownIn, builtIn] = [temporaryFolder(), temporaryFolder()];
        let grown = readModelIn(grownIn.path);
        await grown.start(log);
        await record(log, 'p', registered());
        await record(log, 'q', registered('Paspoort'));
        for (const step of told) {
          if (step !== 'restart') {
            await record(log, step.process, step.event);
            continue;
          }
          await grown.stop();
          grown = readModelIn(grownIn.path);
          await grown.start(log);
        }
        await upToDate(grown, log);
        const built = readModelIn(builtIn.path);
        await built.start(log);
        try {
          expect(grown.contentHash()).toBe(built.contentHash());
          for (const id of ['p', 'q']) {
            let state = emptyProcess();
            const { no, version: newest } = built.stream(`process-${id}`)!;
            for (const { type, data, version } of (await log.readStream(`process-${id}`)).slice(0, newest)) {
              state = evolveProcess(state, { type, data } as unknown as ProcessEvent);
              expect(built.reader(StateReader).asOf(no, version).state).toEqual(state);
            }
            expect(built.reader(StateReader).rights(`process-${id}`)).toEqual(rightsIn(state));
          }
        } finally {
          await Promise.all([grown.stop(), built.stop()]);
          grownIn.remove();
          builtIn.remove();
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds the version of any moment', async () => {
    await record(store, 'p', registered(), knip('A'), knip('B'));
    const readModel = readModelIn(folder.path);
    await readModel.start(store);
    const { no } = readModel.stream('process-p')!;
    const at = (moment: string) => readModel.reader(StateReader).versionAt(no, moment);
    expect(at('2026-01-05T08:59:59.999Z')).toBeUndefined();
    expect(at('2026-01-05T09:00:00.000Z')).toBe(1);
    expect(at('2026-01-05T09:01:30.000Z')).toBe(2);
    expect(at('2030-01-01T00:00:00.000Z')).toBe(3);
    await readModel.stop();
  });

  it('answers for a version by look-ups alone, never by reading through a history', async () => {
    const readModel = readModelIn(folder.path);
    await readModel.start(store);
    const db = new DatabaseSync(join(folder.path, 'read-model.sqlite'), { readOnly: true });
    const steps = [FACTS_AS_OF, RIGHTS, MADE].flatMap((sql) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => String(row['detail'])),
    );
    db.close();
    await readModel.stop();
    expect(steps.filter((step) => !/^(SEARCH|CORRELATED SCALAR SUBQUERY|REUSE SUBQUERY)/.test(step))).toEqual(
      [],
    );
    // Each fact is found by its key and one version, who made a version by process and version: the length of
    // the history plays no part.
    expect(steps).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /SEARCH f USING COVERING INDEX facts_by_version \(key=\? AND from_version<\?\)/,
        ),
        expect.stringMatching(/SEARCH h USING INDEX history_by_version \(stream=\? AND version=\?\)/),
        expect.stringMatching(/SEARCH history USING INDEX history_by_version \(stream=\? AND version=\?\)/),
      ]),
    );
  });
});
