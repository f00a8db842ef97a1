import { useState } from 'react';
import type { ProcessAnswer } from '#contract';
import type { CanvasOptions } from '../../canvas/canvas.js';
import { consequencesOf, mustBeAsked, type Consequences } from './consequences-of.js';

export type Consider = NonNullable<CanvasOptions['consider']>;

/** Asks before changes on the canvas that remove something, and shows which steps changed sides. */
export function useConsequences(answer: ProcessAnswer) {
  const [asked, setAsked] = useState<{ consequences: Consequences; reply(goOn: boolean): void }>();
  const [told, setTold] = useState<Consequences['change']>([]);
  const consider: Consider = (before, after) => {
    const consequences = consequencesOf(before, after, answer);
    if (!mustBeAsked(consequences)) {
      setTold(consequences.change);
      return undefined;
    }
    setTold([]);
    return new Promise((resolve) =>
      setAsked({
        consequences,
        reply: (goOn) => {
          setAsked(undefined);
          resolve(goOn);
        },
      }),
    );
  };
  return { consider, asked, told, dismissTold: () => setTold([]) };
}

export type ConsequencesActs = ReturnType<typeof useConsequences>;
