import { madeTwice, mergeMadeTwice } from './additions.js';
import { keepDrawings } from './drawing.js';
import { entityKeys } from './entities.js';
import { Memberships } from './lanes.js';
import { mergePoints } from './layout.js';
import { listing } from './lists.js';
import { Meanings } from './meaning.js';
import type { ConflictChoice, Merging } from './merging.js';
import { MergeState, isDrawn } from './merge-state.js';
import { mergeOwn } from './own-changes.js';
import { anyElement } from './piece.js';
import { PieceTree } from './piece-tree.js';
import { mergePlaces } from './places.js';
import { mergeRemovals } from './removal.js';
import { readSource } from './source.js';
import { Validity } from './validity.js';
import { Writer } from './write.js';

/**
 * Brings together what two people made of one diagram. Takes three texts that `readDiagramText` accepts (else a RangeError), changes
 * nothing outside, and takes time that grows with their length. Where one side changed nothing, or both the same, the result is the
 * other's text as it is, whatever encoding it declares; otherwise the text declares UTF-8 where it declares anything.
 */
export function mergeDiagrams(base: string, mine: string, theirs: string, choices: readonly ConflictChoice[] = []): Merging {
  const whole = mine === base || mine === theirs ? theirs : theirs === base ? mine : undefined;
  if (whole !== undefined) return { text: whole, conflicts: [], outdated: [...choices] };
  const sources = { base: readSource('base', base), mine: readSource('mine', mine), theirs: readSource('theirs', theirs) };
  const keys = entityKeys(Object.values(sources));
  const meanings = new Meanings(keys, false);
  const state = new MergeState(new PieceTree(sources, keys, meanings), meanings, new Meanings(keys, true));
  const [unmoved, untouched] = [state.meansSame('base', 'mine'), state.meansSame('base', 'theirs')];
  if (unmoved !== untouched) return { text: unmoved ? theirs : mine, conflicts: [], outdated: [...choices] };
  const entities = [...state.tree.entities.values()];
  mergePlaces(state);
  const memberships = new Memberships(state);
  for (const piece of entities) {
    if (isDrawn(piece)) continue;
    if (madeTwice(state, piece)) mergeMadeTwice(state, piece);
    else mergeOwn(state, piece, { owner: piece });
  }
  for (const piece of entities) {
    if (!isDrawn(piece)) continue;
    const owner = state.described(piece);
    mergeOwn(state, piece, { owner });
    if (anyElement(piece).local === 'BPMNEdge') mergePoints(state, piece, owner);
  }
  const lasting = mergeRemovals(state, memberships);
  const chosen = new Map(choices.map(({ conflict, take }) => [conflict, take]));
  for (const { conflict, take } of state.clashes) {
    const choice = chosen.get(conflict.id);
    if (choice) for (const apply of take) apply(choice);
  }
  const validity = new Validity(state, lasting);
  validity.restore();
  keepDrawings(state);
  validity.settle();
  keepDrawings(state);
  const known = new Set(state.clashes.map(({ conflict }) => conflict.id));
  const open = new Map(state.clashes.flatMap(({ conflict }) => (chosen.has(conflict.id) ? [] : [[conflict.id, conflict] as const])));
  return {
    text: new Writer(state, listing(state, memberships)).file(),
    conflicts: [...open.values()],
    outdated: choices.filter(({ conflict }) => !known.has(conflict)),
  };
}
