import { createContext, use } from 'react';
import type { ProcessAnswer, Update } from '#contract';
import type { Subject } from '../process/subject.js';
import type { ConsequencesActs } from './consequences/use-consequences.js';
import type { Choice } from './use-choice.js';
import type { DrawingSession } from './use-drawing-session.js';
import type { SavingActs } from './use-saving.js';

/** What everything in the editor shares: one person at work on one subject. */
export interface Editing {
  subject: Subject;
  /** The newest answer of the service. */
  answer: ProcessAnswer;
  /** The newest answer could not be read again: it may be out of date. */
  notFresh: boolean;
  /** Whether this person may change the subject as it stands now. */
  editable: boolean;
  /** The drawing on the canvas, and the session that saves it. */
  drawing: DrawingSession;
  /** What a change on the canvas does to sides and decisions: the question, or the notice. */
  consequences: ConsequencesActs;
  /** What is selected, and what is on screen. */
  choice: Choice;
  /** Saving as the person does it, and what has to be answered before. */
  saving: SavingActs;
  /** What somebody else did just now. */
  news: Update | undefined;
  dismissNews(): void;
  /** Says aloud what was done, for a screen reader. */
  say(text: string): void;
  said: string;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

/** The editing session around a component. @throws Error outside an editor */
export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (!editing) throw new Error('useEditing() outside an editor');
  return editing;
}
