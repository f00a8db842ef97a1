import type { ProcessAnswer } from '#contract';

/** Unsaved work as it is kept in the browser. */
export interface Draft {
  /** One per opened editor, so that two tabs do not write over each other. */
  id: string;
  process: string;
  person: string;
  /** The version up to which the drawing had been seen, and the digest of the drawing it was made on. */
  seen: number;
  baseDigest?: string;
  xml: string;
  /** When it was last written (milliseconds since 1970). */
  at: number;
}

/** Unsaved work that the page offers to take up again. */
export interface DraftOffer {
  draft: Draft;
  /** Somebody saved another drawing since it was begun. */
  behind: boolean;
}

/**
 * What to offer on opening, newest first. Left out: what another open tab is still working on, and what turns out
 * to be the saved drawing itself (the browser closed between the answer and the clearing up).
 * @param elsewhere ids of drafts that another open tab holds
 */
export function draftsToOffer(drafts: Draft[], answer: Pick<ProcessAnswer, 'diagram'>, savedXml: string | undefined, elsewhere: ReadonlySet<string>): DraftOffer[] {
  return drafts
    .filter((draft) => !elsewhere.has(draft.id) && draft.xml !== savedXml)
    .sort((a, b) => b.at - a.at)
    .map((draft) => ({ draft, behind: draft.baseDigest !== answer.diagram?.digest }));
}

/** Drafts that have become superfluous: the saved drawing says the same. */
export function superfluous(drafts: Draft[], savedXml: string | undefined): Draft[] {
  return drafts.filter((draft) => draft.xml === savedXml);
}
