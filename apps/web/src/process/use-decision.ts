import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey, write } from '../http.js';
import type { Written } from '#contract';
import type { Subject } from './subject.js';

interface Decision {
  method: 'POST' | 'PUT' | 'PATCH';
  /** Path below the subject, e.g. `/retirement`; empty: the subject itself. */
  path: string;
  body: unknown;
}

/**
 * Sends a decision on a subject. The same decision sent again after a failure carries the same key, so that
 * it is recorded once.
 */
export function useDecision(subject: Subject, onDone: (written: Written) => void) {
  const sent = useRef({ decision: '', key: '' });
  return useMutation({
    mutationFn: async (decision: Decision) => {
      const same = JSON.stringify(decision);
      if (sent.current.decision !== same) sent.current = { decision: same, key: newKey() };
      const answer = await write<Written>(decision.method, subject.path(decision.path), decision.body, {
        idempotencyKey: sent.current.key,
      });
      return answer.data;
    },
    onSuccess: async (written) => {
      await subject.refresh();
      onDone(written);
    },
  });
}
