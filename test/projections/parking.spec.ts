import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProcessEvent } from '#domain';
import type { EventStore } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import fc from 'fast-check';
import { processAnswer } from '../../apps/api/src/processes/process-answer.js';
import { HistoryReader } from '../../apps/api/src/history/history-reader.js';
import { OverviewReader } from '../../apps/api/src/overview/overview-reader.js';
import { Outlines, readOutline, StateReader } from '../../apps/api/src/process-facts/index.js';
import {
  chain,
  knip,
  readModelIn,
  record,
  registered,
  saved,
  stateOf,
  temporaryFolder,
  upToDate,
} from './fixture.js';

const unreadable = () => {
  throw new Error('No reader for this yet.');
};

describe('An event that cannot be read', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: EventStore;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = new MemoryEventStore();
    await record(store, 'p', registered('Kapvergunning'), knip('A'));
    await record(store, 'q', registered('Paspoort'));
  });
  afterEach(() => folder.remove());

  it('parks its process as it stood before, and everything else goes on', async () => {
    const readModel = readModelIn(folder.path, unreadable);
    await readModel.start(store);
    await record(store, 'p', saved(chain('A', 'B')), knip('B'));
    await record(store, 'q', knip('C'));
    await upToDate(readModel, store);
    expect(readModel.parked('process-p')).toEqual({
      version: 3,
      reason: 'DiagramSaved: No reader for this yet.',
    });
    expect(stateOf(readModel, 'p')?.version).toBe(2);
    expect(readModel.parked('process-q')).toBeUndefined();
    expect(stateOf(readModel, 'q')?.version).toBe(2);
    expect(readModel.status()).toEqual({ phase: 'following', parked: [{ stream: 'process-p', version: 3 }] });
    expect(readModel.reader(OverviewReader).page({ retired: false }, undefined, 9)).toMatchObject([
      { id: 'p', version: 2, parked: { version: 3 } },
      { id: 'q', version: 2 },
    ]);
    await readModel.stop();
  });

  it('is read at a later start that can, and then all is as if it had been readable from the beginning', async () => {
    const before = readModelIn(folder.path, unreadable);
    await before.start(store);
    await record(store, 'p', saved(chain('A', 'B')), knip('B'));
    await upToDate(before, store);
    await before.stop();
    await record(store, 'p', knip('A', 'back'));

    const mended = readModelIn(folder.path, readOutline);
    await mended.start(store);
    expect(mended.parked('process-p')).toBeUndefined();
    expect(stateOf(mended, 'p')?.version).toBe(5);
    await record(store, 'p', knip('B', 'back'));
    await upToDate(mended, store);
    const elsewhere = temporaryFolder();
    const rebuilt = readModelIn(elsewhere.path, readOutline);
    await rebuilt.start(store);
    expect(mended.contentHash()).toBe(rebuilt.contentHash());
    await Promise.all([mended.stop(), rebuilt.stop()]);
    elsewhere.remove();
  });

  it('never stops anything else, whatever it holds, and what is shown can be shown', async () => {
    const types = [
      'ProcessRenamed',
      'ProcessRetired',
      'ProcessOwnerNamed',
      'DiagramSaved',
      'KnipDecided',
      'KnipWithdrawn',
      'ChannelsPrioritised',
      'HandoverAgreed',
      'DataRequestsRecorded',
      'StepBound',
      'BindingLifted',
      'MilestoneNamed',
    ];
    const members = [
      'name',
      'reason',
      'person',
      'diagram',
      'elementId',
      'side',
      'role',
      'alternatives',
      'channels',
      'flowId',
      'before',
      'after',
      'what',
      'within',
      'data',
      'by',
      'source',
      'version',
      'note',
    ];
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('A', 'front', 3, null, { text: 'x' }, [{ text: 'x' }], ['A'], ['web'], [{ name: 'x' }]),
    );
    const event = fc.record({
      type: fc.constantFrom(...types),
      data: fc.dictionary(fc.constantFrom(...members), value),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (events) => {
        const log = new MemoryEventStore();
        await record(
          log,
          'p',
          registered(),
          saved(chain('A', 'B')),
          ...(events as unknown as ProcessEvent[]),
        );
        await record(log, 'q', registered());
        const elsewhere = temporaryFolder();
        const readModel = readModelIn(elsewhere.path);
        await readModel.start(log);
        expect(readModel.status().phase).toBe('following');
        expect(stateOf(readModel, 'q')?.version).toBe(1);
        const { no, version } = readModel.stream('process-p')!;
        const outline = readModel
          .reader(Outlines)
          .get(stateOf(readModel, 'p')!.diagram.get('')!.value.digest);
        expect(
          processAnswer('p', readModel.reader(StateReader).asOf(no, version), outline, (id) => ({
            id,
            name: id,
          })).version,
        ).toBe(version);
        expect(readModel.reader(HistoryReader).page(no, 0, 99, { q: 'x y' }).length).toBeLessThan(99);
        await readModel.stop();
        elsewhere.remove();
      }),
      { numRuns: 150 },
    );
  });

  it('that is the first of its process leaves nothing to show but the reason', async () => {
    await record(store, 'r', { type: 'Unheard', data: {} } as never);
    const readModel = readModelIn(folder.path);
    await readModel.start(store);
    expect(stateOf(readModel, 'r')).toBeUndefined();
    expect(readModel.newest('process-r')).toEqual([]);
    expect(readModel.parked('process-r')).toEqual({
      version: 1,
      reason: 'Unheard: Unknown event type Unheard.',
    });
    await readModel.stop();
  });
});
