import { madeTwice, mergeMadeTwice } from './changes/additions.js';
import { inOrder } from './changes/clash.js';
import { tellCutOff } from './changes/cut-off.js';
import { Memberships } from './changes/lanes.js';
import { mergePoints } from './changes/layout.js';
import { MergeState, isDrawn } from './changes/merge-state.js';
import { mergeOwn } from './changes/own-changes.js';
import { mergePlaces } from './changes/places.js';
import type { InOrder } from './changes/flows.js';
import { mergeRemovals } from './changes/removal.js';
import type { Conflict, ConflictChoice, Merging } from './pieces/merging.js';
import { entityKeys } from './pieces/entities.js';
import { Meanings } from './pieces/meaning.js';
import { PieceTree } from './pieces/piece-tree.js';
import { anyElement } from './pieces/piece.js';
import type { Piece } from './pieces/piece.js';
import { readSource } from './pieces/source.js';
import { aligned, isRenumbered, valueKey } from './ids/aligned.js';
import { finalIds } from './ids/final-ids.js';
import { textWithIds } from './ids/text-with-ids.js';
import type { Names } from './ids/text-with-ids.js';
import { Told } from '../told.js';
import { keepDrawings } from './validity/drawing.js';
import { keepIdsApart } from './validity/unique-ids.js';
import { Validity } from './validity/validity.js';
import { listing } from './writing/lists.js';
import { rewired } from './writing/rewired.js';
import { Writer } from './writing/write.js';

/**
 * Brings together what two people made of one diagram. Takes three texts that `readDiagramText` accepts (else
 * a RangeError), changes nothing outside, and takes time that grows with their length. Where one side changed
 * nothing, or both the same, the result is the other's text as it is, whatever encoding it declares;
 * otherwise the text declares UTF-8 where it declares anything.
 */
export function mergeDiagrams(
  base: string,
  mine: string,
  theirs: string,
  choices: readonly ConflictChoice[] = [],
): Merging {
  const whole = mine === base || mine === theirs ? theirs : theirs === base ? mine : undefined;
  if (whole !== undefined) return { text: whole, conflicts: [], outdated: [...choices] };
  const read = {
    base: readSource('base', base),
    mine: readSource('mine', mine),
    theirs: readSource('theirs', theirs),
  };
  const sides = aligned(read.base, read.mine, read.theirs);
  const sources = { base: read.base, mine: sides.mine.source, theirs: sides.theirs.source };
  const keys = entityKeys(Object.values(sources));
  const meanings = new Meanings(keys, false);
  const state = new MergeState(new PieceTree(sources, keys, meanings), meanings, new Meanings(keys, true));
  const same = { mine: state.meansSame('base', 'mine'), theirs: state.meansSame('base', 'theirs') };
  // The ids of the process stay, so that a side with other ids is never taken as it is.
  if (same.mine && !same.theirs) return { text: theirs, conflicts: [], outdated: [...choices] };
  if (same.theirs && !same.mine && !isRenumbered(sides.mine) && !isRenumbered(sides.theirs))
    return { text: mine, conflicts: [], outdated: [...choices] };
  const entities = [...state.tree.entities.values()];
  mergePlaces(state);
  const memberships = new Memberships(state);
  for (const piece of entities) {
    if (isDrawn(piece)) continue;
    if (madeTwice(state, piece)) mergeMadeTwice(state, piece);
    else mergeOwn(state, piece, { owner: piece });
  }
  // A line goes along with the answer about a shape that it leads to, and a label with that about its line.
  const isLine = (piece: Piece) => anyElement(piece).local === 'BPMNEdge';
  const drawn = entities.filter(isDrawn);
  for (const piece of [...drawn.filter((one) => !isLine(one)), ...drawn.filter(isLine)]) {
    const owner = state.described(piece);
    if (isLine(piece)) mergePoints(state, piece, owner);
    mergeOwn(state, piece, { owner });
  }
  const lasting = mergeRemovals(state, memberships);
  const chosen = new Map(choices.map(({ conflict, take }) => [conflict, take]));
  const clashes = inOrder(state.clashes);
  tellCutOff(state, clashes);
  const orders: InOrder[] = [];
  for (const { conflict, take, inOrder: order } of clashes) {
    const choice = chosen.get(conflict.id);
    if (!choice) continue;
    if (choice === 'mine' || choice === 'theirs') for (const apply of take) apply(choice);
    else if (order) {
      const made = order(choice === 'mineFirst' ? 'mine' : 'theirs');
      for (const apply of take) apply(made.route);
      orders.push(made);
    } else chosen.delete(conflict.id);
  }
  const validity = new Validity(state, lasting);
  validity.restore();
  keepDrawings(state);
  validity.settle();
  keepDrawings(state);
  keepIdsApart(state);
  const known = new Set(clashes.map(({ conflict }) => conflict.id));
  const names = finalIds(read.base, sides.mine, sides.theirs);
  const open = new Map(
    clashes.flatMap(({ conflict }) =>
      chosen.has(conflict.id) ? [] : [[conflict.id, withFinalIds(conflict, names)] as const],
    ),
  );
  const told = new Told<Conflict>();
  for (const conflict of open.values()) told.add(conflict);
  const merged = rewired(new Writer(state, listing(state, memberships)).file(), orders);
  return {
    text:
      names.elements.size + names.drawn.size === 0
        ? merged
        : textWithIds(merged, readSource('base', merged).root, names, (element, found) =>
            sides.theirs.naming.has(valueKey(element, found, (found?.value ?? element.text).trim())),
          ),
    conflicts: told.items,
    ...(told.left > 0 && { left: told.left }),
    outdated: choices.filter(({ conflict }) => !known.has(conflict) || !chosen.has(conflict)),
  };
}

function withFinalIds(conflict: Conflict, { elements }: Names): Conflict {
  const idOf = (id: string) => elements.get(id) ?? id;
  const cutOff = Object.entries(conflict.cutOff ?? {}).map(
    ([side, list]) => [side, list.map(({ id, name }) => ({ id: idOf(id), name }))] as const,
  );
  return {
    ...conflict,
    elementId: idOf(conflict.elementId),
    ...(conflict.cutOff && { cutOff: Object.fromEntries(cutOff) }),
  };
}
