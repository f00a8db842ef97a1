import { Refusal } from './refusal.js';

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
