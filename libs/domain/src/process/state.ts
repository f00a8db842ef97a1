import { emptyState, withFacts, type FactState } from '../facts.js';
import type { ProcessEvent } from './events.js';
import { processFactsOf, type ProcessFactKind, type ProcessFactValues } from './facts.js';

/** A process after `version` events; version 0 is a process that does not exist. */
export type ProcessState = FactState<ProcessFactValues>;

/** Every kind of fact; one that is missing does not compile. */
export const PROCESS_FACT_KINDS = Object.keys({
  name: true,
  domain: true,
  retirement: true,
  owner: true,
  diagram: true,
  knip: true,
  channels: true,
  handover: true,
  dataRequests: true,
  binding: true,
  milestone: true,
} satisfies Record<ProcessFactKind, true>) as ProcessFactKind[];

/** A process before its first event. */
export const emptyProcess = (): ProcessState => emptyState<ProcessFactValues>(PROCESS_FACT_KINDS);

/** The process after one more event, given in its current shape. Pure: the given state stays as it is. */
export const evolveProcess = (state: ProcessState, event: ProcessEvent): ProcessState =>
  withFacts<ProcessFactValues>(state, processFactsOf(event, state.version + 1));
