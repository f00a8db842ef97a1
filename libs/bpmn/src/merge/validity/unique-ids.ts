import { attribute } from '../../xml/xml-tree.js';
import type { MergeState } from '../changes/merge-state.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';

/**
 * Gives shapes and the like another id where the sides together would use one twice; what decisions and flows
 * refer to keeps its id. An id that occurs twice in one of the three diagrams was so before, and stays.
 */
export function keepIdsApart(state: MergeState): void {
  const known = ORIGINS.map((origin) => state.tree.sources[origin].ids);
  const used = new Map<string, Piece[]>();
  for (const piece of state.tree.entities.values()) {
    const element = piece.present ? piece.elements[piece.attributes?.get('id') ?? piece.tag] : undefined;
    const id = element && attribute(element, 'id');
    if (id === undefined || id.trim() === '') continue;
    const list = used.get(id);
    if (list) list.push(piece);
    else used.set(id, [piece]);
  }
  for (const [id, pieces] of [...used].filter(([, pieces]) => pieces.length > 1)) {
    const allowed = Math.max(...known.map((counts) => counts.get(id) ?? 0));
    if (pieces.length <= allowed) continue;
    const movable = pieces
      .filter(({ key }) => !key!.startsWith('#'))
      .sort((a, b) => (a.key! < b.key! ? -1 : 1));
    for (const piece of movable.slice(0, pieces.length - allowed)) {
      let n = 1;
      while (known.some((counts) => counts.has(`${id}_${n}`)) || used.has(`${id}_${n}`)) n++;
      used.set(`${id}_${n}`, [piece]);
      (piece.made ??= new Map()).set('id', `${id}_${n}`);
    }
  }
}
