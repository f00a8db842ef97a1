import type { Update } from '#contract';

/**
 * What an update of the process means on this page.
 * @param me id of the person who is signed in
 */
export function newsOf(update: Update, me: string): { told: boolean; drawing: boolean } {
  return {
    told: update.actor.id !== me,
    drawing: update.type === 'DiagramSaved' || update.type === 'DiagramMerged',
  };
}
