import { expect, it } from '@jest/globals';
import { SeenRefusal } from '#domain';
import type { Position } from '#event-store';
import { MemoryEventStore } from '../../libs/event-store/src/contract-tests/memory-event-store.js';
import { USUAL_BOUNDS } from '../../apps/api/src/platform/environment/bounds.js';
import type { Settings } from '../../apps/api/src/platform/environment/settings.js';
import { ChangedSince } from '../../apps/api/src/history/changed-since.js';
import { ToldHistory } from '../../apps/api/src/history/told-history.js';
import { Names } from '../../apps/api/src/platform/http/access/names.js';
import { ProblemException } from '../../apps/api/src/platform/http/problems/problem-exception.js';
import { StaleExplanations } from '../../apps/api/src/platform/writing/stale-explanations.js';
import { PROCESS } from '../../apps/api/src/processes/index.js';
import { atEnd } from '../at-end.js';
import { chain, knip, readModelIn, record, registered, saved, temporaryFolder, upToDate } from './fixture.js';

/** A log whose new events come only after somebody asked where it ends. */
class LateStore extends MemoryEventStore {
  private late: Promise<void> | undefined;
  private deliver = () => {};

  hold(): void {
    this.late = new Promise((resolve) => (this.deliver = resolve));
  }

  override async lastPosition(): Promise<Position | undefined> {
    setImmediate(this.deliver);
    return super.lastPosition();
  }

  override subscribe(...[after, onEvents, onFailure]: Parameters<MemoryEventStore['subscribe']>) {
    const late = async (events: Parameters<typeof onEvents>[0]) => {
      await this.late;
      await onEvents(events);
    };
    return super.subscribe(after, late, onFailure);
  }
}

it('A write that came too late is told what changed, also what this instance does not show yet', async () => {
  const store = new LateStore();
  await record(store, 'p', registered(), saved(chain('A', 'B')));
  const readModel = readModelIn(temporaryFolder().path);
  atEnd(() => readModel.stop());
  await readModel.start(store);
  await upToDate(readModel, store);
  const explanations = new StaleExplanations();
  const told = new ToldHistory(readModel, new Names(new Map()));
  const settings = { bounds: USUAL_BOUNDS } as Settings;
  new ChangedSince(store, readModel, told, explanations, settings).onModuleInit();
  store.hold();
  await record(store, 'p', knip('A'));
  const refused = new SeenRefusal('seenStale', {
    name: 'Kapvergunning',
    resource: 'process.knip',
    key: 'A',
    changed: 3,
    seen: 2,
  });
  const subject = { id: 'p', kind: PROCESS };
  const actor = { id: 'anouk', name: 'Anouk' } as never;
  const explained = await explanations.explain(refused, { subject, actor, commandId: 'c', seen: 2 });
  expect(explained).toBeInstanceOf(ProblemException);
  expect((explained as ProblemException).extras.members).toMatchObject({
    version: 3,
    changes: [{ version: 3, type: 'KnipDecided', elementId: 'A' }],
  });
});
