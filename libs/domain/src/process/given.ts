import type { ProcessEvent } from './events.js';
import { Refusal } from './refusal.js';
import { emptyProcess, evolve, type ProcessState } from './state.js';

/** For tests: the state after these events. */
export const given = (...events: ProcessEvent[]): ProcessState => events.reduce(evolve, emptyProcess());

/** For tests: the refusal that a decision throws. @throws Error when it refuses nothing */
export function refusalOf(decide: () => unknown): Refusal {
  try {
    decide();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
