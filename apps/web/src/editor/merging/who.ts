import type { HistoryItem } from '#contract';
import type { MergingWords } from './conflict-words.js';

/** Whose drawings came in between, each once, in one phrase. */
export function whoseWork(changes: readonly HistoryItem[], t: MergingWords): string {
  const names = [...new Set(changes.map(({ actor }) => actor.name))];
  const last = names.pop();
  if (last === undefined) return t('theOther');
  return names.length === 0 ? last : t('and', { one: names.join(', '), other: last });
}
