import { BPMN } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { attributeKey, namesElement, plainAttribute } from '../pieces/meaning.js';
import type { Attribute } from '../pieces/meaning.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';
import type { Origin } from '../pieces/source.js';
import { alike, carrierOf, threeWay, valuesOf } from '../pieces/three-way.js';
import { calledIn } from './clash.js';
import { insertedByBoth } from './insertions.js';
import type { Values } from './clash.js';
import { isDrawn } from './merge-state.js';
import type { MergeState } from './merge-state.js';

/** Whose change it is, and what a conflict about it is called. */
export interface Context {
  owner: Piece;
  property?: string;
}

const ROUTED = new Set(['sequenceFlow', 'messageFlow', 'association', 'conversationLink']);
/** What tools write about themselves. */
const QUIET = new Set(['exporter', 'exporterVersion']);
/** Brings together the attributes of an element, those of a flow's two ends as one. */
export function mergeAttributes(state: MergeState, piece: Piece, context: Context): void {
  const attributes = (piece.attributes = new Map<string, Origin>());
  const keys = new Set(
    ORIGINS.flatMap((origin) => (piece.elements[origin]?.attributes ?? []).map(attributeKey)),
  );
  const of = (key: string, exact = false) =>
    valuesOf(piece, (origin) => {
      const found = attributeOf(piece.elements[origin]!, key);
      return found && plainAttribute(piece.elements[origin]!, found, exact);
    });
  if (ROUTED.has(anyElement(piece).local) && anyElement(piece).uri === BPMN) {
    mergeRoute(state, piece, of('sourceRef'), of('targetRef'));
    keys.delete('sourceRef');
    keys.delete('targetRef');
  }
  for (const key of keys) {
    const values = of(key);
    const verdict = threeWay(values.base, values.mine, values.theirs);
    if (verdict !== 'both') {
      // Blanks in a name are no conflict, but nor are they lost.
      const exact = key === 'name' && verdict === 'base' ? of(key, true) : undefined;
      const finer = exact ? threeWay(exact.base, exact.mine, exact.theirs) : verdict;
      attributes.set(
        key,
        finer === 'either'
          ? alike(piece, state.textOf(piece))
          : finer === 'base' || finer === 'both'
            ? carrierOf(piece, state.textOf(piece))
            : finer,
      );
      continue;
    }
    if (key === 'id' || QUIET.has(key)) {
      attributes.set(key, values.mine! >= (values.theirs ?? '') ? 'mine' : 'theirs');
      continue;
    }
    attributes.set(key, 'base');
    const written = ORIGINS.flatMap(
      (origin) => (piece.elements[origin] && attributeOf(piece.elements[origin], key)) ?? [],
    );
    const onBase = piece.elements.base && attributeOf(piece.elements.base, key);
    const found = onBase ?? written.sort((a, b) => (a.prefix <= b.prefix ? -1 : 1))[0]!;
    const name = found.prefix ? `${found.prefix}:${found.local}` : found.local;
    state.note(
      piece,
      state.add(
        {
          piece: context.owner,
          kind: isDrawn(piece) ? 'layout' : 'changed',
          property: context.property ?? name,
        },
        values,
        shownAttribute(state, piece, key, found),
        (choice) => attributes.set(key, choice),
      ),
    );
  }
}

const attributeOf = (element: XmlElement, key: string): Attribute | undefined =>
  element.attributes.find((a) => attributeKey(a) === key);

function shownAttribute(
  state: MergeState,
  piece: Piece,
  key: string,
  found: Attribute,
): Values<string | null> {
  const shown = (origin: Origin): string | null => {
    const element = piece.elements[origin];
    const value = element && attributeOf(element, key)?.value;
    if (value === undefined) return null;
    return (namesElement(element!, found) && calledIn(state.target(value), origin)) || value;
  };
  return { base: shown('base'), mine: shown('mine'), theirs: shown('theirs') };
}

/** Source and target of a flow are one thing: one end from each side would make a flow that nobody drew. */
function mergeRoute(
  state: MergeState,
  piece: Piece,
  source: Values<string | undefined>,
  target: Values<string | undefined>,
): void {
  const take = (origin: Origin) => {
    piece.attributes!.set('sourceRef', origin);
    piece.attributes!.set('targetRef', origin);
  };
  const route = (origin: Origin) => JSON.stringify([source[origin] ?? null, target[origin] ?? null]);
  const verdict = threeWay(route('base'), route('mine'), route('theirs'));
  take(
    verdict === 'base' || verdict === 'both'
      ? carrierOf(piece, state.textOf(piece))
      : verdict === 'either'
        ? alike(piece, state.textOf(piece))
        : verdict,
  );
  state.routes.set(piece, verdict);
  if (verdict !== 'both') return;
  const called = (origin: Origin, ref: string | undefined) =>
    calledIn(state.target(ref), origin) ?? ref ?? '';
  const onlySource = target.base === target.mine && target.base === target.theirs;
  const onlyTarget = source.base === source.mine && source.base === source.theirs;
  const shown = (origin: Origin) =>
    has(piece, origin)
      ? onlySource
        ? called(origin, source[origin])
        : onlyTarget
          ? called(origin, target[origin])
          : `${called(origin, source[origin])} → ${called(origin, target[origin])}`
      : null;
  const made = state.add(
    {
      piece,
      kind: 'rerouted',
      ...(onlySource ? { property: 'source' } : onlyTarget ? { property: 'target' } : {}),
    },
    { base: has(piece, 'base') ? route('base') : undefined, mine: route('mine'), theirs: route('theirs') },
    { base: shown('base'), mine: shown('mine'), theirs: shown('theirs') },
    take,
  );
  const inOrder = insertedByBoth(state, piece);
  if (inOrder) {
    made.inOrder = inOrder;
    made.conflict.oneAfterOther = true;
  }
  state.note(piece, made);
}
