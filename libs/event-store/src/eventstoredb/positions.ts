import type { Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '../port.js';

/** A position on a server has two byte offsets. Both have gaps, so only their order has a meaning. */
export const positionOf = ({ commit, prepare }: ServerPosition): Position => `${commit}-${prepare}`;

/** @throws RangeError when it is not a position of a log on a server */
export function serverPosition(position: Position): ServerPosition {
  const [, commit, prepare] = /^(0|[1-9]\d{0,18})-(0|[1-9]\d{0,18})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined)
    throw new RangeError(`${JSON.stringify(position)} is not a position of this log.`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** True when a comes after b. Undefined is the beginning, and everything comes after it. */
export function isAfter(a: ServerPosition, b: ServerPosition | undefined): boolean {
  return b === undefined || a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);
}
