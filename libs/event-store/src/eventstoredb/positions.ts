import type { Position as ServerPosition } from '@eventstore/db-client';
import type { Position } from '../port.js';

/** A server's position holds two byte offsets; neither is dense, so only their order means anything. */
export const positionOf = ({ commit, prepare }: ServerPosition): Position => `${commit}-${prepare}`;

/** @throws RangeError when it is no position of a server's log */
export function serverPosition(position: Position): ServerPosition {
  const [, commit, prepare] = /^(0|[1-9]\d{0,18})-(0|[1-9]\d{0,18})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined)
    throw new RangeError(`${JSON.stringify(position)} is no position of this log.`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** True when a comes behind b; everything comes behind the beginning. */
export function isBehind(a: ServerPosition, b: ServerPosition | undefined): boolean {
  return b === undefined || a.commit > b.commit || (a.commit === b.commit && a.prepare > b.prepare);
}
