import { isEventDefinition } from '../../compare/side/kinds.js';
import { BPMN } from '../../xml/namespaces.js';
import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isDerived, isDrawing } from './meaning.js';
import type { Meanings } from './meaning.js';
import { newPiece } from './piece.js';
import type { Piece } from './piece.js';
import { ORIGINS } from './source.js';
import type { OfThree, Origin } from './source.js';

/** Attributes by which vendors tell elements of one kind apart. */
const NAMING = ['id', 'name', 'key', 'target', 'event'];

/** What may stand once in a place: there one kind takes the place of another. */
function slotOf(element: XmlElement): string {
  if (isDerived(element)) return `${element.local} ${element.text.trim()}`;
  if (isEventDefinition(element)) return 'eventDefinition';
  if (element.uri === BPMN && element.local.endsWith('LoopCharacteristics')) return 'loop';
  return `${element.uri} ${element.local}`;
}

const naming = (element: XmlElement): string | undefined => {
  const name = NAMING.find((name) => attribute(element, name) !== undefined);
  return name && `${name}=${attribute(element, name)}`;
};

/** A vendor's element that only holds others: two of them in one place are the same list. */
const isHolder = (element: XmlElement) =>
  element.children.length > 0 && element.attributes.every((a) => a.uri !== '') && !/\S/.test(element.text);

/**
 * Pieces for what is only part of something, from the three lists of it: the same means, then the same name,
 * then the same place.
 */
export function matchParts(lists: OfThree<XmlElement[]>, meanings: Meanings): Map<XmlElement, Piece> {
  const pieces = new Map<XmlElement, Piece>();
  const join = (origin: Origin, element: XmlElement, other?: XmlElement) => {
    const piece = (other && pieces.get(other)) ?? newPiece();
    piece.elements[origin] = element;
    pieces.set(element, piece);
  };
  const slots = new Map<string, Record<Origin, XmlElement[]>>();
  for (const origin of ORIGINS) {
    for (const element of lists[origin] ?? []) {
      const slot = slotOf(element);
      const found = slots.get(slot) ?? { base: [], mine: [], theirs: [] };
      slots.set(slot, found);
      found[origin].push(element);
    }
  }
  for (const { base, mine, theirs } of slots.values()) {
    for (const element of base) join('base', element);
    if (base.length === 1 && mine.length <= 1 && theirs.length <= 1 && isOnePlace(base[0]!)) {
      for (const element of mine) join('mine', element, base[0]);
      for (const element of theirs) join('theirs', element, base[0]);
      continue;
    }
    const restMine = pair(base, mine, 'mine');
    const restTheirs = pair(base, theirs, 'theirs');
    for (const element of restMine) join('mine', element);
    const bothAdded = pairs(
      restMine,
      restTheirs,
      meanings,
      (one, other) =>
        restMine.length === 1 && restTheirs.length === 1 && isOnePlace(one) && isOnePlace(other),
    );
    for (const element of restTheirs) join('theirs', element, bothAdded.get(element));
  }
  return pieces;

  function pair(base: XmlElement[], side: XmlElement[], origin: Origin): XmlElement[] {
    const found = pairs(
      base,
      side,
      meanings,
      (one, other) => naming(one) === naming(other) || isOnePlace(one),
    );
    for (const [element, partner] of found) join(origin, element, partner);
    return side.filter((element) => !found.has(element));
  }
}

/** Where there can be one only, or a vendor's list. */
const isOnePlace = (element: XmlElement) => element.uri === BPMN || isDrawing(element) || isHolder(element);

/**
 * Partners of the second list's elements in the first; what is left over is paired in order where
 * `alikeEnough`.
 */
function pairs(
  first: XmlElement[],
  second: XmlElement[],
  meanings: Meanings,
  alikeEnough: (one: XmlElement, other: XmlElement) => boolean,
): Map<XmlElement, XmlElement> {
  const found = new Map<XmlElement, XmlElement>();
  const taken = new Set<XmlElement>();
  const by = (keyOf: (element: XmlElement) => string | number | undefined) => {
    const waiting = new Map<string | number, XmlElement[]>();
    for (const element of first) {
      const key = taken.has(element) ? undefined : keyOf(element);
      if (key === undefined) continue;
      const list = waiting.get(key) ?? [];
      list.push(element);
      waiting.set(key, list);
    }
    const next = new Map<string | number, number>();
    for (const element of second) {
      const key = found.has(element) ? undefined : keyOf(element);
      if (key === undefined) continue;
      const at = next.get(key) ?? 0;
      const partner = waiting.get(key)?.[at];
      if (!partner) continue;
      next.set(key, at + 1);
      found.set(element, partner);
      taken.add(partner);
    }
  };
  by((element) => meanings.of(element));
  by(naming);
  const left = first.filter((element) => !taken.has(element));
  let at = 0;
  for (const element of second) {
    const partner = left[at];
    if (found.has(element) || !partner || !alikeEnough(partner, element)) continue;
    found.set(element, partner);
    at++;
  }
  return found;
}
