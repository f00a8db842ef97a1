import { setTimeout as sleep } from 'node:timers/promises';
import { isCommandError, type StreamingRead } from '@eventstore/db-client';
import { LogUnreachable } from '../port.js';

/**
 * Timeout of one attempt. A frozen server does not answer at all, and the client's own deadline does not
 * catch that.
 */
const ATTEMPT_TIMEOUT_MS = 3_000;
/** Timeout of all attempts together. In our runs, the election of a new leader took half of it. */
const RETRY_TIMEOUT_MS = 12_000;
const RETRY_DELAY_MS = 100;

/**
 * For reads that a decision depends on. A follower may not have yet what the leader acknowledged. A follower
 * redirects the client to the leader, and the client stays there.
 */
export const FROM_LEADER = { requiresLeader: true };

/** The server did not answer in time. It is unknown whether it executed the request. */
export class NoAnswer extends Error {}

/** Errors that a retry does not change. */
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

export interface Patience {
  /** For all attempts together. */
  timeoutMs?: number;
  /** No further attempt when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined;
}

/**
 * Retries a request until there is an answer or a permanent error. Only for idempotent requests: reads, and
 * appends that repeat ids, bytes and expected revision.
 * @param server for the error message
 * @param explain says why, where the error itself does not: of a user who is refused, and at the end
 * @throws LogUnreachable when the timeout is over, or when the server refuses the user
 */
export async function retryUntilAnswered<T>(
  server: string,
  ask: () => Promise<T>,
  explain: (error: unknown) => Promise<string | undefined>,
  { timeoutMs = RETRY_TIMEOUT_MS, signal }: Patience = {},
): Promise<T> {
  for (const end = performance.now() + timeoutMs; ; await sleep(RETRY_DELAY_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (isAuthenticationError(error))
        throw new LogUnreachable(server, (await explain(error)) ?? 'it refuses this user');
      if (!isTransient(error)) throw error;
      if (signal?.aborted || performance.now() + RETRY_DELAY_MS >= end)
        throw new LogUnreachable(
          server,
          (await explain(error)) ??
            reasonOf(messageOf(error)) ??
            `no answer within ${timeoutMs / 1000} seconds`,
        );
    }
  }
}

/** The answer, or `NoAnswer` after the timeout of one attempt. A later answer or error is ignored. */
export async function withTimeout<T>(answer: Promise<T>, timeoutMs = ATTEMPT_TIMEOUT_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer()), timeoutMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * All events of a read. The timeout restarts with each event.
 * @param isAtWork asked when nothing came in time. It resolves when the server is still looking for events
 * that its filter lets through, which it does without a sign of life.
 */
export function readToEnd<E>(reading: StreamingRead<E>, isAtWork = noSign): Promise<E[]> {
  return new Promise((resolve, reject) => {
    const events: E[] = [];
    let timer: NodeJS.Timeout | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => isAtWork().then(() => timer && wait(), late), ATTEMPT_TIMEOUT_MS);
    };
    const settled = (settle: () => void) => () => {
      clearTimeout(timer);
      timer = undefined;
      settle();
    };
    const late = settled(() => {
      reject(new NoAnswer());
      reading.cancel().catch(() => undefined);
    });
    reading.on('data', (event) => {
      events.push(event);
      if (timer) wait();
    });
    reading.on(
      'end',
      settled(() => resolve(events)),
    );
    reading.on('error', (error) => settled(() => reject(error))());
    wait();
  });
}

const noSign = (): Promise<void> => Promise.reject(new NoAnswer());

/**
 * Nearly all errors of the client are transient: no connection, no leader yet, a lost answer. Errors of our
 * own are not.
 */
function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isCommandError(error) && FINAL.has(error.type)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (code === INVALID_ARGUMENT || code === RESOURCE_EXHAUSTED) return false;
  return (
    error instanceof NoAnswer ||
    isCommandError(error) ||
    typeof code === 'number' ||
    error.message.startsWith('Failed to discover')
  );
}

export function isAuthenticationError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    (isCommandError(error) && error.type === 'access-denied') ||
    code === PERMISSION_DENIED ||
    code === UNAUTHENTICATED
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** What the client or the system says, in words that an operator understands. Undefined when nothing. */
export function reasonOf(message: string): string | undefined {
  if (message.includes('ECONNREFUSED')) return 'nothing listens there';
  if (/ENOTFOUND|EAI_AGAIN|Name resolution failed/.test(message)) return 'its name leads nowhere';
  if (/certificate|SSL|TLS|EPROTO/i.test(message))
    return 'a secure connection cannot be made; look at the options tls and tlsCAFile of the address';
  if (message.startsWith('Failed to discover')) return 'no node of the cluster that can serve was found';
  return undefined;
}
