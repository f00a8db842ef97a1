import { BPMN } from '../../xml/namespaces.js';
import { attribute, elementsOf } from '../../xml/xml-tree.js';
import type { MergeState } from '../changes/merge-state.js';
import { isDrawing } from '../pieces/meaning.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';

/**
 * Gives shapes and the like another id where the sides together would use one twice; what decisions and flows refer to keeps its id. An
 * id that occurs twice in one of the three diagrams was so before, and stays.
 */
export function keepIdsApart(state: MergeState): void {
  const known = ORIGINS.map((origin) => idsIn(state, origin));
  const used = new Map<string, Piece[]>();
  for (const piece of state.tree.entities.values()) {
    const element = piece.present ? piece.elements[piece.attributes?.get('id') ?? piece.tag] : undefined;
    const id = element && attribute(element, 'id');
    if (id === undefined) continue;
    const list = used.get(id) ?? [];
    list.push(piece);
    used.set(id, list);
  }
  for (const [id, pieces] of [...used]) {
    const allowed = Math.max(...known.map((counts) => counts.get(id) ?? 0));
    if (pieces.length <= allowed) continue;
    const movable = pieces.filter(({ key }) => !key!.startsWith('#')).sort((a, b) => (a.key! < b.key! ? -1 : 1));
    for (const piece of movable.slice(0, pieces.length - allowed)) {
      let n = 1;
      while (known.some((counts) => counts.has(`${id}_${n}`)) || used.has(`${id}_${n}`)) n++;
      used.set(`${id}_${n}`, [piece]);
      (piece.made ??= new Map()).set('id', `${id}_${n}`);
    }
  }
}

function idsIn(state: MergeState, origin: typeof ORIGINS[number]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const element of elementsOf(state.tree.sources[origin].root)) {
    const id = element.uri === BPMN || isDrawing(element) ? attribute(element, 'id') : undefined;
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
