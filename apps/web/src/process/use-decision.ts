import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey, write } from '../http.js';
import { processPath, refreshProcess } from './queries.js';
import type { Written } from '#contract';

interface Decision {
  method: 'POST' | 'PUT' | 'PATCH';
  /** Path below the process, e.g. `/retirement`; empty: the process itself. */
  path: string;
  body: unknown;
}

/**
 * Sends a decision on a process. The same decision sent again after a failure carries the same key, so that
 * it is recorded once.
 */
export function useDecision(id: string, onDone: (written: Written) => void) {
  const sent = useRef({ decision: '', key: '' });
  return useMutation({
    mutationFn: async (decision: Decision) => {
      const same = JSON.stringify(decision);
      if (sent.current.decision !== same) sent.current = { decision: same, key: newKey() };
      const answer = await write<Written>(decision.method, processPath(id, decision.path), decision.body, {
        idempotencyKey: sent.current.key,
      });
      return answer.data;
    },
    onSuccess: async (written) => {
      await refreshProcess(id);
      onDone(written);
    },
  });
}
