import { useRef } from 'react';
import type { Written } from '#contract';
import { newKey, write } from '../http.js';
import type { Subject } from './subject.js';

interface Decision {
  method: 'POST' | 'PUT' | 'PATCH';
  /** Path below the subject, e.g. `/retirement`; empty: the subject itself. */
  path: string;
  body: unknown;
}

/**
 * Gives what sends a decision on a subject, and reads the subject again. The same decision sent again after a
 * failure carries the same key, so that it is recorded once.
 */
export function useDecision(subject: Subject): (decision: Decision) => Promise<Written> {
  const sent = useRef({ decision: '', key: '' });
  return async (decision) => {
    const same = JSON.stringify(decision);
    if (sent.current.decision !== same) sent.current = { decision: same, key: newKey() };
    const { data } = await write<Written>(decision.method, subject.path(decision.path), decision.body, {
      idempotencyKey: sent.current.key,
    });
    await subject.refresh();
    return data;
  };
}
