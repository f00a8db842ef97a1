import type { Actor, HistoryItem } from '#contract';
import type { MergingWords } from './conflict-words.js';

/** Whose drawings came in between, each once, in one phrase; `me` is the id of who reads it. */
export function whoseWork(changes: readonly HistoryItem[], me: string, t: MergingWords): string {
  const names = [...new Set(changes.map(({ actor }) => (actor.id === me ? t('youInSentence') : actor.name)))];
  const last = names.pop();
  if (last === undefined) return t('theOther');
  return names.length === 0 ? last : t('and', { one: names.join(', '), other: last });
}

/** A person by name; who reads it is called by the window in which they did it. */
export const calledBy = ({ id, name }: Actor, me: string, t: MergingWords): string =>
  id === me ? t('you') : name;
