import { BPMN, DC } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isComment, isProse } from '../pieces/content.js';
import { attributeKey, isDerived } from '../pieces/meaning.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';
import type { Origin } from '../pieces/source.js';
import { alike, carrierOf, originsOf, threeWay, valuesOf } from '../pieces/three-way.js';
import { mergeAttributes } from './attributes.js';
import type { Context } from './attributes.js';
import { mergeBounds } from './layout.js';
import { isDrawn } from './merge-state.js';
import type { MergeState } from './merge-state.js';
import { propertyOf, summary } from './wording.js';

/** Body and language of an expression mean something together only. */
const ONE_VALUE =
  /[eE]xpression$|^time(Date|Cycle|Duration)$|^(completionCondition|loopCardinality|script|condition|from|to)$/;

/**
 * Brings together what an element itself holds: its kind, attributes, texts and parts, not what has an id
 * of its own in it.
 */
export function mergeOwn(state: MergeState, piece: Piece, context: Context): void {
  if (piece.untouched) return;
  const origins = originsOf(piece);
  const [only] = origins;
  for (const part of partsOf(piece)) {
    if (origins.length === 1) takeWhole(part, only!);
    else if (part.note) mergeNote(state, part, piece);
    else mergePart(state, part, piece, context);
  }
  if (origins.length === 1) {
    piece.tag = only!;
    return;
  }
  if (sameStartTags(state, piece)) return;
  mergeTag(state, piece, context);
  mergeAttributes(state, piece, context);
}

/** Start tags that are the same to the letter need no further look. */
function sameStartTags(state: MergeState, piece: Piece): boolean {
  const { base, mine, theirs } = piece.elements;
  if (!base || !mine || !theirs || !state.tree.oneNaming) return false;
  const tag = (origin: Origin, { start, startTagEnd }: XmlElement) =>
    state.tree.sources[origin].text.slice(start, startTagEnd);
  const onBase = tag('base', base);
  return onBase === tag('mine', mine) && onBase === tag('theirs', theirs);
}

/** What is only part of a piece, each once. */
function partsOf(piece: Piece): Set<Piece> {
  const parts = new Set<Piece>();
  for (const origin of ORIGINS)
    for (const { piece: part } of piece.content[origin]?.pieces ?? [])
      if (part.key === undefined) parts.add(part);
  return parts;
}

/** Takes a part from one of the diagrams alone, or leaves it out where that one does. */
function takeWhole(part: Piece, origin: Origin): void {
  part.whole = origin;
  part.present = part.note ? part.note.in[origin] === true : has(part, origin);
}

/** Takes something with an id as one of the diagrams has it: kind, attributes, parts and place. */
export function takeEntity(piece: Piece, origin: Origin): void {
  piece.present = has(piece, origin);
  piece.tag = origin;
  piece.place = piece.within[origin];
  piece.attributes = new Map(
    ORIGINS.flatMap((from) =>
      (piece.elements[from]?.attributes ?? []).map((found) => [attributeKey(found), origin] as const),
    ),
  );
  for (const part of partsOf(piece)) {
    // Lists that follow from flows and lanes are made up when all else is known.
    if (part.note || !isDerived(anyElement(part))) takeWhole(part, origin);
    else part.whole = has(part, origin) ? origin : originsOf(part)[0]!;
  }
}

/** A side that holds no comments at all was written by a tool that drops them; nobody took them out. */
function mergeNote(state: MergeState, part: Piece, parent: Piece): void {
  const { text, in: found } = part.note!;
  const stands = (origin: Origin) =>
    found[origin] === true ||
    (found.base === true &&
      (!has(parent, origin) || (isComment(text) && state.tree.sources[origin].comments === 0)));
  part.present = found.base ? stands('mine') && stands('theirs') : true;
}

function mergeTag(state: MergeState, piece: Piece, { owner, property = 'type' }: Context): void {
  const kinds = valuesOf(
    piece,
    (origin) => `${piece.elements[origin]!.uri} ${piece.elements[origin]!.local}`,
  );
  const verdict = threeWay(kinds.base, kinds.mine, kinds.theirs);
  if (verdict !== 'both') {
    piece.tag = verdict === 'base' || verdict === 'either' ? carrierOf(piece, state.textOf(piece)) : verdict;
    if (verdict === 'either') piece.tag = alike(piece, state.textOf(piece));
    return;
  }
  piece.tag = carrierOf(piece, state.textOf(piece));
  const local = (origin: Origin) => piece.elements[origin]?.local ?? null;
  state.add(
    { piece: owner, kind: 'changed', property },
    kinds,
    { base: local('base'), mine: local('mine'), theirs: local('theirs') },
    (choice) => (piece.tag = choice),
  );
}

/** A part without an id of its own: as a whole where one side changed it, else from within. */
function mergePart(state: MergeState, part: Piece, parent: Piece, context: Context): void {
  const any = anyElement(part);
  if (
    part.whole &&
    originsOf(part).length === 1 &&
    part.elements[part.whole] &&
    isDrawn(part) &&
    any.local === 'waypoint'
  )
    return;
  const carrier = carrierOf(part, state.textOf(part));
  if (isDerived(any)) {
    part.whole = carrier;
    return;
  }
  if (state.tree.sameText(part, 'base', 'mine') && state.tree.sameText(part, 'base', 'theirs')) {
    part.whole = 'base';
    return;
  }
  // A side that does not have the parent has no say.
  const of = (meanings: MergeState['meanings']) =>
    valuesOf(parent, (origin) => part.elements[origin] && meanings.of(part.elements[origin]));
  const verdictBy = (meanings: MergeState['meanings']) => {
    const values = of(meanings);
    return threeWay(values.base, values.mine, values.theirs);
  };
  const verdict = verdictBy(state.meanings);
  const inside: Context = { owner: context.owner, ...propertyOf(any, context.property) };
  if (verdict === 'both') {
    if (canOpen(part)) {
      state.tree.open(part);
      if (any.uri === DC && any.local === 'Bounds' && mergeBounds(state, part, parent, context.owner)) return;
      if (ORIGINS.some((origin) => part.elements[origin] && isProse(part.elements[origin])))
        mergeText(state, part, inside);
      return mergeOwn(state, part, inside);
    }
    takeWhole(part, has(part, 'base') || has(parent, 'base') ? 'base' : carrier);
    const shown = (origin: Origin) =>
      part.elements[origin] ? summary(part.elements[origin], state, origin) : null;
    const texts = valuesOf(parent, (origin) => part.elements[origin] && state.textOf(part)(origin));
    state.add(
      {
        piece: context.owner,
        kind: isDrawn(parent) ? 'layout' : 'changed',
        property: inside.property ?? any.local,
      },
      texts,
      { base: shown('base'), mine: shown('mine'), theirs: shown('theirs') },
      (choice) => takeWhole(part, choice),
    );
    return;
  }
  // Blanks in a text are no conflict, but nor are they lost.
  const finer = verdict === 'base' ? verdictBy(state.exact) : verdict;
  takeWhole(
    part,
    finer === 'either'
      ? alike(part, state.textOf(part))
      : finer === 'base' || finer === 'both'
        ? has(parent, 'base')
          ? 'base'
          : carrier
        : finer,
  );
}

/** Whether two changes of a part can be brought together within it. */
function canOpen(part: Piece): boolean {
  const elements = ORIGINS.flatMap((origin) => part.elements[origin] ?? []);
  const [first] = elements;
  if (!part.elements.mine || !part.elements.theirs) return false;
  if (elements.some(({ uri, local }) => uri !== first!.uri || local !== first!.local)) return false;
  if (first!.uri === BPMN && ONE_VALUE.test(first!.local)) return false;
  return !elements.some(isProse) || elements.every(({ children }) => children.length === 0);
}

function mergeText(state: MergeState, part: Piece, { owner, property }: Context): void {
  const texts = valuesOf(part, (origin) => part.elements[origin]!.text.trim().replace(/\s+/g, ' '));
  const verdict = threeWay(texts.base, texts.mine, texts.theirs);
  part.text =
    verdict === 'either'
      ? alike(part, state.textOf(part))
      : verdict === 'base' || verdict === 'both'
        ? carrierOf(part, state.textOf(part))
        : verdict;
  if (verdict !== 'both') return;
  const shown = (origin: Origin) => part.elements[origin]?.text.trim() ?? null;
  // Without a base there is nothing to stand until somebody chooses.
  part.present = has(part, 'base');
  state.add(
    { piece: owner, kind: 'changed', ...(property !== undefined && { property }) },
    texts,
    { base: shown('base'), mine: shown('mine'), theirs: shown('theirs') },
    (choice) => {
      part.present = true;
      part.text = choice;
    },
  );
}
