import type { MergeConflict } from '#contract';
import type { Choice } from '#bpmn';

/** What was chosen, by the id of the conflict. */
export type Choices = Readonly<Record<string, Choice>>;

/**
 * Choices that still fit: a conflict's id changes with what it is about, so those of conflicts that are no
 * more fall away.
 */
export function stillFitting(choices: Choices, conflicts: readonly MergeConflict[]): Choices {
  return Object.fromEntries(conflicts.flatMap(({ id }) => (choices[id] ? [[id, choices[id]] as const] : [])));
}

/** Conflicts on which nothing was chosen yet. */
export const unchosen = (choices: Choices, conflicts: readonly MergeConflict[]): MergeConflict[] =>
  conflicts.filter(({ id }) => !choices[id]);

/** The same choice for all. */
export const everywhere = (take: Choice, conflicts: readonly MergeConflict[]): Choices =>
  Object.fromEntries(conflicts.map(({ id }) => [id, take]));

/** As the service takes them. */
export const sentChoices = (choices: Choices): { conflict: string; take: Choice }[] =>
  Object.entries(choices).map(([conflict, take]) => ({ conflict, take }));
