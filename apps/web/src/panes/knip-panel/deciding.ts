import { createContext, use } from 'react';
import type { Written } from '#contract';
import type { Subject } from '../../process/subject.js';

/** What every form of the panel needs to record a decision. */
export interface Deciding {
  subject: Subject;
  /** Told after a decision was recorded and read back. */
  onDone(written: Written): void;
}

export const DecidingContext = createContext<Deciding | undefined>(undefined);

/** What the panel around a component decides on. @throws Error outside a panel */
export function useDeciding(): Deciding {
  const deciding = use(DecidingContext);
  if (!deciding) throw new Error('useDeciding() outside a knip panel');
  return deciding;
}
