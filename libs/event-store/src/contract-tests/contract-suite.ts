import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_STREAM } from '../hash.js';
import type { PeopleStore } from '../people.js';
import type { EventStore } from '../port.js';
import { appending } from './appending.js';
import { commanding } from './commanding.js';
import { following } from './following.js';
import { keepingNames } from './keeping-names.js';
import { losing, type ServerFaults } from './losing.js';
import { racing } from './racing.js';
import { reading } from './reading.js';
import { headAfter, newStream, sample } from './sample-events.js';
import { runStoreModel } from './store-model.js';

/** How tests use an engine. The suite leaves out the tests of what an engine cannot do. */
export interface Engine {
  open(): Promise<EventStore>;
  /** The people store of the open log; absent when the engine has none. */
  people?(): PeopleStore;
  /** Closes a store and opens its log again; absent when the log ends with the store. */
  reopen?(store: EventStore): Promise<EventStore>;
  /**
   * Another store on the same log, as a second instance of the service has; absent when one process owns the
   * log.
   */
  beside?(): Promise<EventStore>;
  /** Faults that a test can cause in the server; absent when the log is in this process. */
  server?: ServerFaults;
  /** Runs after the last test. */
  dispose?(): Promise<void>;
}

/**
 * Checks the promises of `port.ts` on one engine. The log may hold other events, because each test uses its
 * own streams.
 */
export function contractSuite(name: string, engine: Engine): void {
  describe(`the log on ${name}`, () => {
    let store: EventStore;
    beforeAll(async () => {
      store = await engine.open();
    });
    afterAll(async () => {
      await store?.close();
      await engine.dispose?.();
    });

    appending(() => store);
    racing(() => store);
    commanding(() => store, engine.beside);
    reading(() => store);
    following(() => store);
    if (engine.people) keepingNames(() => store, engine.people);
    if (engine.server) losing(() => store, engine.server);

    it('agrees with a simple model on random calls in random order', async () => {
      await fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat()), (choices) => runStoreModel(store, choices)),
        { numRuns: 30 },
      );
    });

    if (engine.reopen) {
      const { reopen } = engine;
      it('has the same events after it is closed and opened again', async () => {
        const stream = newStream();
        await store.append(stream, 0, sample(stream, EMPTY_STREAM, 3));
        const before = await store.readStream(stream);
        store = await reopen(store);
        expect(await store.readStream(stream)).toEqual(before);
        const next = sample(stream, headAfter(EMPTY_STREAM, before));
        expect(await store.append(stream, 3, next)).toMatchObject({ version: 4 });
      });
    }
  });
}
