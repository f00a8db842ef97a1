import { BPMN, BPMN_DI, DC, DI } from '../../xml/namespaces.js';
import { isDrawing } from '../pieces/meaning.js';
import { anyElement } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import type { Origin } from '../pieces/source.js';

export interface Placed {
  piece: Piece;
  before: string;
}

/** As the BPMN schema orders what an element begins with; the rest follows in any order. */
export const FIRST_PARTS = [
  'documentation',
  'extensionElements',
  'auditing',
  'monitoring',
  'categoryValueRef',
  'incoming',
  'outgoing',
];

/** As the schema orders what a shape or a line of a drawing consists of. */
const DRAWN = [
  [DI, 'extension'],
  [DC, 'Bounds'],
  [DI, 'waypoint'],
  [BPMN_DI, 'BPMNLabel'],
] as const;

/**
 * The content of a merged element, in order: that of `carrier`, and what a side put in behind what it stands
 * behind there, as far as the schema allows. Where both put something in at one place, kind and content say
 * what comes first, never the side.
 */
export function merged(
  parent: Piece,
  carrier: Origin,
  stands: (piece: Piece) => boolean,
  textOf: (piece: Piece) => string,
): Placed[] {
  const content = (origin: Origin) => parent.content[origin]?.pieces ?? [];
  const spine = content(rearranged(parent) ?? carrier).filter(({ piece }) => stands(piece));
  const onSpine = new Map(spine.map(({ piece }, at) => [piece, at]));
  const place = (piece: Piece | undefined) => (piece ? onSpine.get(piece)! : -1);
  const added = new Map<Piece | undefined, Placed[][]>();
  // Both may have put in the same with other blanks.
  const blanks = new Map<Piece, string>();
  for (const origin of ['base', 'mine', 'theirs'] as const) {
    const own = new Set(content(origin).map(({ piece }) => piece));
    // Of what only the other side has: where the last of each rank stands.
    const lastOfRank: number[] = [];
    for (const [at, { piece }] of spine.entries()) if (!own.has(piece)) lastOfRank[rank(piece)] = at;
    let before: Piece | undefined;
    let anchor: Piece | undefined;
    let group: Placed[] | undefined;
    for (const placed of content(origin)) {
      if (onSpine.has(placed.piece)) {
        before = placed.piece;
        group = undefined;
      } else if (stands(placed.piece)) {
        // The schema may put it behind something that only the other side has.
        const first = lastOfRank.slice(0, rank(placed.piece)).reduce((one, at) => Math.max(one, at), -1);
        const behind = first > place(before) ? spine[first]!.piece : before;
        if (!group || behind !== anchor) {
          anchor = behind;
          const groups = added.get(anchor) ?? [];
          added.set(anchor, groups);
          groups.push((group = []));
        }
        group.push(placed);
        const known = blanks.get(placed.piece);
        blanks.set(placed.piece, known === undefined || placed.before < known ? placed.before : known);
      }
    }
  }
  const result: Placed[] = [];
  const done = new Set<Piece>();
  const put = (placed: Placed) => {
    if (!done.has(placed.piece))
      result.push({ piece: placed.piece, before: blanks.get(placed.piece) ?? placed.before });
    done.add(placed.piece);
  };
  const putAdded = (anchor: Piece | undefined) =>
    (added.get(anchor) ?? []).reduce((one: Placed[], other) => together(one, other, textOf), []).forEach(put);
  putAdded(undefined);
  for (const placed of spine) {
    put(placed);
    putAdded(placed.piece);
  }
  return result;
}

/** The one side that put a vendor's list in another order, where that may mean something. */
function rearranged(parent: Piece): Origin | undefined {
  const any = parent.note
    ? undefined
    : (parent.elements.base ?? parent.elements.mine ?? parent.elements.theirs);
  if (
    !any ||
    !parent.elements.base ||
    ((any.uri === BPMN || isDrawing(any)) && any.local !== 'extensionElements')
  )
    return undefined;
  const base = (parent.content.base?.pieces ?? []).map(({ piece }) => piece);
  const order = new Map(base.map((piece, at) => [piece, at]));
  const [mine, theirs] = (['mine', 'theirs'] as const).map((origin) => {
    const common = (parent.content[origin]?.pieces ?? []).flatMap(({ piece }) => order.get(piece) ?? []);
    return common.some((at, i) => i > 0 && at < common[i - 1]!);
  });
  return mine === theirs ? undefined : mine ? 'mine' : 'theirs';
}

/** Two runs of additions as one. */
function together(one: Placed[], other: Placed[], textOf: (piece: Piece) => string): Placed[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const key = (run: Placed[]) => run.map(({ piece }) => textOf(piece)).join('\n');
  const [first, second] = key(one) <= key(other) ? [one, other] : [other, one];
  const result: Placed[] = [];
  let a = 0;
  let b = 0;
  while (a < first.length || b < second.length) {
    const next =
      b >= second.length || (a < first.length && rank(first[a]!.piece) <= rank(second[b]!.piece))
        ? first[a++]!
        : second[b++]!;
    result.push(next);
  }
  return result;
}

/** The rank of a piece in the schema; a piece without a fixed place is last. */
function rank(piece: Piece): number {
  if (piece.note) return FIRST_PARTS.length;
  const { uri, local } = anyElement(piece);
  const drawn = DRAWN.findIndex(([space, name]) => space === uri && name === local);
  if (drawn >= 0) return drawn;
  const at = uri === BPMN ? FIRST_PARTS.indexOf(local) : -1;
  return at < 0 ? FIRST_PARTS.length : at;
}
