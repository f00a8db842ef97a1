import type { Conflict, ConflictChoice, Merging } from '../../../../libs/bpmn/src/merge/merging.js';

export type { Conflict };

/** Stands for the merge of `#bpmn` until that is there: it knows the laws alone. */
export function mergeDiagrams(base: string, mine: string, theirs: string, choices: ConflictChoice[] = []): Merging {
  if (base === theirs || mine === theirs) return { text: mine, conflicts: [], outdated: choices };
  if (base === mine) return { text: theirs, conflicts: [], outdated: choices };
  const conflict: Conflict = { id: `whole ${theirs.length} ${mine.length}`, elementId: '', elementName: '', elementType: 'definitions', kind: 'changed', base: '', mine: '', theirs: '' };
  const choice = choices.find((one) => one.conflict === conflict.id);
  const outdated = choices.filter((one) => one !== choice);
  return choice ? { text: choice.take === 'mine' ? mine : theirs, conflicts: [], outdated } : { text: base, conflicts: [conflict], outdated };
}
