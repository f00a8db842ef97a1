import { has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { referencesOf } from '../pieces/references.js';
import type { Origin } from '../pieces/source.js';
import { labelOf } from './clash.js';
import type { Memberships } from './lanes.js';
import { isDrawn, refOf } from './merge-state.js';
import type { MergeState } from './merge-state.js';
import { mergeOwn, takeEntity } from './own-changes.js';
import { Groups } from './removal-group.js';
import type { Lasting } from './removal-group.js';
import { changesOf, connects } from './wording.js';

type Changer = 'mine' | 'theirs';
const otherThan = (side: Changer): Changer => (side === 'mine' ? 'theirs' : 'mine');

/**
 * Things that one side removed and the other still has as on the base: they go, unless the other changed or
 * needs them.
 */
export function mergeRemovals(state: MergeState, memberships: Memberships): Lasting {
  const entities = [...state.tree.entities.values()].filter((piece) => !isDrawn(piece));
  const lasting: Lasting = { kept: new Set(), removed: new Set() };
  for (const side of ['mine', 'theirs'] as const) {
    const other = otherThan(side);
    const removed = new Set(
      entities.filter((piece) => has(piece, 'base') && !has(piece, side) && has(piece, other)),
    );
    if (removed.size === 0) continue;
    for (const piece of removed) {
      piece.present = false;
      lasting.removed.add(piece);
    }
    const groups = new Groups();
    findReasons(state, memberships, removed, entities, other, groups);
    for (const group of groups.all()) settle(state, group, side, lasting);
  }
  // What both removed is gone without a question.
  for (const piece of entities)
    if (has(piece, 'base') && !has(piece, 'mine') && !has(piece, 'theirs')) piece.present = false;
  return lasting;
}

/** Why removed things should stay: `other` changed them, or leads to them, stands in them, puts into them. */
function findReasons(
  state: MergeState,
  memberships: Memberships,
  removed: Set<Piece>,
  entities: Piece[],
  other: Changer,
  groups: Groups,
): void {
  const named = (piece: Piece, origin: Origin) =>
    referencesOf(piece.elements[origin]!, state.tree.keys).flatMap(({ ref, at }) => {
      const target = state.target(ref);
      return target && target !== piece ? [{ target, at }] : [];
    });
  const lanes = new Map<Piece, Piece[]>();
  for (const { node, lanes: found } of memberships.values()) {
    if (!node || !has(node, other)) continue;
    const into = [...(found[other] ?? [])].filter((lane) => !found.base?.has(lane));
    if (into.length === 0) continue;
    for (const lane of into)
      if (removed.has(lane)) groups.reason(lane, node, `${connects(state, node, other)}`);
    if (removed.has(node)) lanes.set(node, into);
  }
  for (const piece of entities) {
    if (!has(piece, other)) continue;
    const { base } = piece.elements;
    const changed = !base || !state.saysSame(piece, 'base', other);
    const around = piece.within[other];
    const moved = !base || piece.within.base !== around;
    const needs = changed ? named(piece, other) : [];
    if (removed.has(piece)) {
      if (!changed && !moved && !lanes.has(piece)) continue;
      groups.reason(piece, piece, changesOf(state, piece, other, lanes.get(piece)));
      continue;
    }
    const before = new Set(
      changed && base ? named(piece, 'base').map(({ target, at }) => `${at} ${target.key}`) : [],
    );
    const fresh = needs
      .filter(({ target, at }) => removed.has(target) && !before.has(`${at} ${target.key}`))
      .map(({ target }) => target);
    if (moved && around && removed.has(around)) fresh.push(around);
    for (const target of fresh) groups.reason(target, piece, connects(state, piece, other));
    const [first, ...rest] = fresh;
    if (first) groups.join(first, rest);
  }
  // What stays takes along what it names and what it is in.
  for (const piece of groups.members()) {
    const around = piece.within[other];
    const all = [...named(piece, other).map(({ target }) => target), ...(around ? [around] : [])];
    groups.join(
      piece,
      all.filter((target) => removed.has(target)),
    );
  }
}

function settle(
  state: MergeState,
  group: { members: Piece[]; reasons: string[] },
  side: Changer,
  lasting: Lasting,
): void {
  const other = otherThan(side);
  const members = new Set(group.members);
  const top =
    group.members.find(
      (piece) => !isInside(piece, members) && !/Flow$|ssociation$/.test(piece.elements.base!.local),
    ) ??
    group.members.find((piece) => !isInside(piece, members)) ??
    group.members[0]!;
  const wish = group.reasons.join('; ');
  const keep = (origin: Origin) => {
    for (const piece of members) {
      takeEntity(piece, origin);
      if (origin === other) mergeOwn(state, piece, { owner: piece });
      lasting.kept.add(piece);
    }
  };
  // A flow that was led past what stays leads to it again, unless to something new.
  const ledPast = [...state.routes].flatMap(([flow, verdict]) =>
    verdict === side &&
    endsOf(state, flow, 'base').some((end) => members.has(end)) &&
    endsOf(state, flow, side).every((end) => has(end, 'base'))
      ? [flow]
      : [],
  );
  const lead = (origin: Origin) => {
    for (const flow of ledPast) {
      for (const end of ENDS) flow.attributes?.set(end, origin);
      state.lines.get(flow)?.(origin);
    }
  };
  // Until somebody chooses, all of it stands as on the base.
  keep('base');
  lead('base');
  const keys = group.members.map(({ key }) => key).join(' ');
  const exact = { base: keys, mine: undefined, theirs: undefined, [other]: wish };
  const shown = { base: labelOf(top) || top.elements.base!.local, mine: null, theirs: null, [other]: wish };
  const made = state.add({ piece: top, kind: 'removed' }, exact, shown, (choice) => {
    if (choice === other) return keep(other);
    lead(side);
    for (const piece of members) {
      piece.present = false;
      lasting.kept.delete(piece);
    }
  });
  const ledTo = new Set(ledPast.flatMap((flow) => endsOf(state, flow, side).slice(-1)));
  made.removal = { members, by: side, ledTo };
  for (const piece of members) state.note(piece, made);
}

const ENDS = ['sourceRef', 'targetRef'];

const endsOf = (state: MergeState, flow: Piece, origin: Origin) =>
  ENDS.flatMap((end) => state.target(refOf(flow.elements[origin], end)) ?? []);

function isInside(piece: Piece, members: Set<Piece>): boolean {
  for (let around = piece.within.base; around; around = around.within.base)
    if (members.has(around)) return true;
  return false;
}
