import { useMemo } from 'react';
import { idsLater } from '#bpmn';
import type { Drawn } from '../drawn.js';
import type { DrawnText } from './saving/session-state.js';

/** What is on the canvas, with the way from ids of earlier drawings to its own. */
export function useDrawnOn(drawn: DrawnText | undefined): Drawn | undefined {
  const { base } = drawn ?? {};
  const idNow = useMemo(() => {
    const found = new Map<string, ReadonlyMap<string, string | undefined>>();
    const laterOf = (text: string) => {
      const later = found.get(text) ?? idsLater(text, base ?? '');
      found.set(text, later);
      return later;
    };
    return (text: string, id: string) => (text === base ? id : laterOf(text).get(id));
  }, [base]);
  return useMemo(
    () =>
      drawn && {
        load: drawn.load,
        text: drawn.text,
        idNow: (then, id) => (then.load === drawn.load ? id : idNow(then.text, id)),
      },
    [drawn, idNow],
  );
}
