import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  type Position as ServerPosition,
} from '@eventstore/db-client';
import { Bell } from '../follow.js';
import type { Position, StoredEvent, Subscription } from '../port.js';
import { isAfter, serverPosition } from './positions.js';
import { logEventIn } from './recorded-events.js';
import type { StreamNames } from './stream-names.js';

const BATCH = 100;
/** Maximum number of events that wait in memory. More are requested only when there is space. */
const BUFFER = 64;
/** How often the server reports its progress through filtered events. We ignore it, so rarely. */
const CHECKPOINT_INTERVAL = 1_000;
const FIRST_PAUSE_MS = 100;
const LAST_PAUSE_MS = 2_000;

/**
 * A subscription on the server. When it is lost, a new one continues after the last handled event.
 * @param after position of the last event already handled, undefined for the beginning
 */
export function subscribeOn(
  client: () => EventStoreDBClient,
  names: StreamNames,
  after: Position | undefined,
  onEvents: (events: StoredEvent[]) => Promise<void> | void,
  onFailure: (error: unknown) => void,
): Subscription {
  const stopping = new AbortController();
  const { signal } = stopping;
  const filter = streamNameFilter({
    prefixes: [...names.beginnings],
    checkpointInterval: CHECKPOINT_INTERVAL,
  });
  const run = async (): Promise<void> => {
    let position: ServerPosition | undefined = after === undefined ? undefined : serverPosition(after);
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
      const subscription = client().subscribeToAll(
        { fromPosition: position ?? START, filter },
        { highWaterMark: BUFFER },
      );
      for await (const batch of batches(subscription, signal)) {
        // Some servers start with the event at the position, others after it.
        const fresh = batch
          .flatMap(({ event }) => (event && logEventIn(event, names)) ?? [])
          .filter(({ at }) => isAfter(at, position));
        if (fresh.length > 0) await onEvents(fresh.map(({ event }) => event));
        position = fresh.at(-1)?.at ?? position;
        pause = FIRST_PAUSE_MS;
        // Requests get a turn between two batches of a long catch-up.
        await nextTurn();
      }
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  };
  const ended = run().catch((error: unknown) => {
    if (!signal.aborted) onFailure(error);
    stopping.abort();
  });
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

/**
 * The events of one subscription, in batches of what has arrived, until the subscription fails, ends or is
 * aborted.
 */
async function* batches(
  subscription: AllStreamSubscription,
  signal: AbortSignal,
): AsyncGenerator<AllStreamResolvedEvent[]> {
  const bell = new Bell();
  const ring = (): void => bell.ring();
  let lost = false;
  const lose = (): void => {
    lost = true;
    ring();
  };
  // The listeners are never removed: a late error without a listener would end the process.
  subscription.on('readable', ring);
  for (const event of ['error', 'end', 'close']) subscription.on(event, lose);
  signal.addEventListener('abort', lose, { once: true });
  try {
    while (!signal.aborted) {
      const { next: more } = bell;
      const batch: AllStreamResolvedEvent[] = [];
      for (
        let next: AllStreamResolvedEvent | null;
        batch.length < BATCH && (next = subscription.read() as AllStreamResolvedEvent | null);
      )
        batch.push(next);
      if (batch.length > 0) yield batch;
      else if (lost) return;
      else await more;
    }
  } finally {
    signal.removeEventListener('abort', lose);
    subscription.unsubscribe().catch(() => undefined);
  }
}
