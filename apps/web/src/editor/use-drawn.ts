import { useMemo } from 'react';
import { idsLater } from '#bpmn';
import type { Drawn } from '../drawn.js';
import type { DrawnText } from './saving/session-state.js';

/** What is on the canvas, with the way from ids of earlier drawings to its own. */
export function useDrawnOn(drawn: DrawnText | undefined): Drawn | undefined {
  const { base } = drawn ?? {};
  const idNow = useMemo(() => idsInto(base ?? ''), [base]);
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

/** Holds every earlier drawing against this one once. */
function idsInto(base: string): (text: string, id: string) => string | undefined {
  const found = new Map<string, ReadonlyMap<string, string | undefined>>();
  return (text, id) => {
    if (text === base) return id;
    const later = found.get(text) ?? idsLater(text, base);
    found.set(text, later);
    return later.get(id);
  };
}
