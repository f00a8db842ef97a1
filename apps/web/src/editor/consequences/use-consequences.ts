import { useState } from 'react';
import type { Standing } from '../../canvas/diagram/standing.js';
import { consequencesOf, mustBeAsked, type Consequences, type Decided } from './consequences-of.js';

/** Gives the answer to a change, or undefined where there is nothing to ask. */
export type Consider = (before: Standing, after: Standing, decided: Decided) => Promise<boolean> | undefined;

/** What is asked about: a change on the canvas, or a file in place of the drawing. */
type About = 'change' | 'file';

/** Asks before changes on the canvas that remove something, and shows which steps changed sides. */
export function useConsequences() {
  const [asked, setAsked] = useState<{
    about: About;
    consequences: Consequences;
    reply(goOn: boolean): void;
  }>();
  const [told, setTold] = useState<Consequences['change']>([]);
  const ask = (about: About, consequences: Consequences) =>
    new Promise<boolean>((resolve) =>
      setAsked({
        about,
        consequences,
        reply: (goOn) => {
          setAsked(undefined);
          resolve(goOn);
        },
      }),
    );
  const consider: Consider = (before, after, decided) => {
    const consequences = consequencesOf(before, after, decided);
    const asks = mustBeAsked(consequences);
    setTold(asks ? [] : consequences.change);
    return asks ? ask('change', consequences) : undefined;
  };
  /** The same for a file that is to replace the saved drawing. */
  const considerFile = async (...change: Parameters<Consider>): Promise<boolean> => {
    const consequences = consequencesOf(...change);
    return !mustBeAsked(consequences) || ask('file', consequences);
  };
  return { consider, considerFile, asked, told, dismissTold: () => setTold([]) };
}

export type ConsequencesActs = ReturnType<typeof useConsequences>;
