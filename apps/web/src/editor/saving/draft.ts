import type { ProcessAnswer } from '#contract';

/** Unsaved work as it is kept in the browser. */
export interface Draft {
  /** One per opened editor, so that two tabs do not write over each other. */
  id: string;
  process: string;
  person: string;
  /** The version up to which the saved drawing had been seen. */
  seen: number;
  xml: string;
  /** When it was last written (milliseconds since 1970). */
  at: number;
}

/** Unsaved work that the page offers to take up again. */
export interface DraftOffer {
  draft: Draft;
  /** Somebody saved another drawing since it was begun. */
  behind: boolean;
  /** Whether the browser has it, and not only this page. */
  kept: boolean;
}

/**
 * What to offer on opening, newest first; not what another open tab is still working on.
 * @param elsewhere ids of drafts that another open tab holds
 */
export function draftsToOffer(
  drafts: Draft[],
  answer: Pick<ProcessAnswer, 'diagram'>,
  elsewhere: ReadonlySet<string>,
): Omit<DraftOffer, 'kept'>[] {
  return drafts
    .filter((draft) => !elsewhere.has(draft.id))
    .sort((a, b) => b.at - a.at)
    .map((draft) => ({ draft, behind: answer.diagram !== undefined && answer.diagram.version > draft.seen }));
}
