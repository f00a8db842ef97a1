import type { Source } from '../pieces/source.js';
import { countsOf, isRenumbered } from './aligned.js';
import type { Aligned } from './aligned.js';
import type { Names } from './text-with-ids.js';

/**
 * The ids of the merged diagram, by those it was merged with. An element keeps the id that it has on the
 * process, which `theirs` is. One that `theirs` lacks keeps its own, unless the process has that id for
 * something else.
 */
export function finalIds(base: Source, mine: Aligned, theirs: Aligned): Names {
  if (!isRenumbered(mine) && !isRenumbered(theirs)) return { elements: new Map(), drawn: new Map() };
  const [onBase, onMine, onTheirs] = [countsOf(base), countsOf(mine.source), countsOf(theirs.source)];
  const ofProcess = new Set<string>();
  for (const kind of ['elements', 'drawn'] as const)
    for (const id of onTheirs[kind].keys()) ofProcess.add(theirs.own[kind].get(id) ?? id);
  const used = new Set([...ofProcess, ...base.ids.keys(), ...mine.source.ids.keys()]);
  const namesOf = (kind: 'elements' | 'drawn') => {
    const names = new Map<string, string>();
    for (const id of new Set([...onBase[kind].keys(), ...onMine[kind].keys(), ...onTheirs[kind].keys()])) {
      if (onTheirs[kind].has(id)) {
        const own = theirs.own[kind].get(id);
        if (own !== undefined) names.set(id, own);
        continue;
      }
      const isNew = !onBase[kind].has(id) && mine.own[kind].has(id);
      if (isNew || ofProcess.has(id)) names.set(id, fresh(isNew ? mine.own[kind].get(id)! : id, used));
    }
    return names;
  };
  return { elements: namesOf('elements'), drawn: namesOf('drawn') };
}

function fresh(id: string, used: Set<string>): string {
  let n = 1;
  while (used.has(`${id}_${n}`)) n++;
  used.add(`${id}_${n}`);
  return `${id}_${n}`;
}
