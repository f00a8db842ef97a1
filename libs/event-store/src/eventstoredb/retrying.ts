import { setTimeout as sleep } from 'node:timers/promises';
import { isCommandError, type StreamingRead } from '@eventstore/db-client';
import { LogUnreachable } from '../port.js';

/**
 * So long one question may take: a frozen server answers nothing, and the client's own deadline does not
 * notice.
 */
const ANSWER_MS = 3_000;
/** So long it is asked again: the election of a new leader was seen to take half of it. */
const BOUND_MS = 12_000;
const PAUSE_MS = 100;

/**
 * For readings that something is decided on: a follower may not have yet what the leader has acknowledged.
 * Whoever asks a follower is sent to the leader, and the client stays there.
 */
export const OF_THE_LEADER = { requiresLeader: true };

/** The server said nothing in time, so nobody knows what became of the question. */
export class Unanswered extends Error {}

/** Refusals that stay what they are, however often the question is asked. */
const FINAL = new Set([
  'wrong-expected-version',
  'stream-not-found',
  'stream-deleted',
  'maximum-append-size-exceeded',
  'invalid-argument',
  'unsupported',
]);
const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const UNAUTHENTICATED = 16;

/**
 * Asks until there is an answer or a refusal. Only for questions that may be asked twice: readings, and
 * appends that repeat ids, bytes and expected revision.
 * @param server as shown
 * @throws LogUnreachable when the bound has passed
 */
export async function untilAnswered<T>(
  server: string,
  ask: () => Promise<T>,
  boundMs = BOUND_MS,
): Promise<T> {
  for (const end = performance.now() + boundMs; ; await sleep(PAUSE_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (isRefusedUser(error))
        throw new LogUnreachable(
          server,
          'it refuses the name and password of the address, or none were given',
        );
      if (!isPassing(error)) throw error;
      if (performance.now() + PAUSE_MS >= end) throw new LogUnreachable(server, reasonOf(error, boundMs));
    }
  }
}

/** The answer, if it comes in time. What comes later is of no use, and may be an error. */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unanswered()), ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** All that a reading brings; the time for an answer starts anew with each event. */
export function collected<E>(reading: StreamingRead<E>): Promise<E[]> {
  return new Promise((resolve, reject) => {
    const events: E[] = [];
    const timer = setTimeout(() => {
      reject(new Unanswered());
      reading.cancel().catch(() => undefined);
    }, ANSWER_MS);
    const settled = (settle: () => void) => () => {
      clearTimeout(timer);
      settle();
    };
    reading.on('data', (event) => {
      events.push(event);
      timer.refresh();
    });
    reading.on(
      'end',
      settled(() => resolve(events)),
    );
    reading.on('error', (error) => settled(() => reject(error))());
  });
}

/**
 * Of the client's errors nearly all pass: no connection, no leader yet, an answer lost. Errors of our own are
 * not among them.
 */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isCommandError(error) && FINAL.has(error.type)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (code === INVALID_ARGUMENT || code === RESOURCE_EXHAUSTED) return false;
  return (
    error instanceof Unanswered ||
    isCommandError(error) ||
    typeof code === 'number' ||
    error.message.startsWith('Failed to discover')
  );
}

function isRefusedUser(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    (isCommandError(error) && error.type === 'access-denied') ||
    code === PERMISSION_DENIED ||
    code === UNAUTHENTICATED
  );
}

/** For whoever does not know the client's errors. */
function reasonOf(error: unknown, boundMs: number): string {
  const message = error instanceof Error ? error.message : '';
  if (message.includes('ECONNREFUSED')) return 'nothing listens there';
  if (/ENOTFOUND|EAI_AGAIN|Name resolution failed/.test(message)) return 'its name leads nowhere';
  if (/certificate|SSL|TLS|EPROTO/i.test(message))
    return 'a secure connection cannot be made; look at the options tls and tlsCAFile of the address';
  if (message.startsWith('Failed to discover')) return 'no node of the cluster that can serve was found';
  return `no answer within ${boundMs / 1000} seconds`;
}
