import type { Position } from './port.js';

/** The number of an event in the whole log, as engines with one sequence write it into a position. */
export const positionOf = (sequence: number): Position => String(sequence);

/**
 * @returns 0 for undefined: the beginning of the log.
 * @throws RangeError when it is no position of such an engine
 */
export function sequenceOf(position: Position | undefined): number {
  if (position === undefined) return 0;
  if (!/^[1-9]\d{0,14}$/.test(position))
    throw new RangeError(`${JSON.stringify(position)} is no position of this log.`);
  return Number(position);
}
