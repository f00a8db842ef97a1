import type { Position } from './port.js';

/** The position of an event, for engines that number all events of the log in one sequence. */
export const positionOf = (sequence: number): Position => String(sequence);

/**
 * The number of an event in the whole log.
 * @returns 0 (the beginning of the log) for undefined
 * @throws RangeError when it is not a position of such an engine
 */
export function sequenceOf(position: Position | undefined): number {
  if (position === undefined) return 0;
  if (!/^[1-9]\d{0,14}$/.test(position))
    throw new RangeError(`${JSON.stringify(position)} is not a position of this log.`);
  return Number(position);
}
