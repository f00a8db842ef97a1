/** Helpers for the tests that drive the double with the real client. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  jsonEvent,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { PATIENCE_MS, until } from '../until.js';

export const anEvent = (id: string = randomUUID()) =>
  jsonEvent({ id, type: 'Tested', data: { text: 'é' }, metadata: { by: 'test' } });
export const aStream = (): string => `test-${randomUUID()}`;

export async function all<T>(reading: StreamingRead<T>): Promise<T[]> {
  const events: T[] = [];
  for await (const event of reading) events.push(event as T);
  return events;
}

export const idsOf = async (client: EventStoreDBClient, stream: string): Promise<(string | undefined)[]> =>
  (await all<ResolvedEvent>(client.readStream(stream))).map(({ event }) => event?.id);

/** The error that a promise rejects with. */
export const errorOf = (promise: Promise<unknown>): Promise<Error & { code?: number; type?: string }> =>
  promise.then(
    (value) => Promise.reject(new Error(`No error but ${String(value)}`)),
    (error: Error) => error,
  );

/** Retries until it works. */
export async function untilItWorks<T>(attempt: () => Promise<T>): Promise<T> {
  for (const end = performance.now() + PATIENCE_MS; ; await pause(100)) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

/** Collects what a subscription delivers, in order: ids of events, `caughtUp`, errors. */
export function heard(subscription: AllStreamSubscription): {
  seen: string[];
  events: AllStreamResolvedEvent[];
  until(what: string): Promise<void>;
} {
  const seen: string[] = [];
  const events: AllStreamResolvedEvent[] = [];
  subscription
    .on('data', (resolved: AllStreamResolvedEvent) => {
      events.push(resolved);
      seen.push(resolved.event?.id ?? 'nothing');
    })
    .on('caughtUp', () => seen.push('caughtUp'))
    .on('error', (error) => seen.push(error.constructor.name));
  const untilHeard = (what: string): Promise<void> =>
    until(
      () => seen.includes(what),
      () => `${what} was not heard, but ${seen.join(', ')}`,
    );
  return { seen, events, until: untilHeard };
}
