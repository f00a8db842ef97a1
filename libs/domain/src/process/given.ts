import type { ProcessEvent } from './events.js';
import { emptyProcess, evolveProcess, type ProcessState } from './state.js';

/** For tests: the state after these events. */
export const given = (...events: ProcessEvent[]): ProcessState =>
  events.reduce(evolveProcess, emptyProcess());
