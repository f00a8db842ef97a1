import { emptyState, withFacts, type FactState } from '../facts.js';
import type { ProcessEvent } from './events.js';
import { factsOf, type FactKind, type FactValues } from './facts.js';

/** A process after `version` events; version 0 is a process that does not exist. */
export type ProcessState = FactState<FactValues>;

/** Every kind of fact; one that is missing does not compile. */
export const KINDS = Object.keys({
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
} satisfies Record<FactKind, true>) as FactKind[];

/** A process before its first event. */
export const emptyProcess = (): ProcessState => emptyState<FactValues>(KINDS);

/** The process after one more event, given in its current shape. Pure: the given state stays as it is. */
export const evolve = (state: ProcessState, event: ProcessEvent): ProcessState =>
  withFacts<FactValues>(state, factsOf(event, state.version + 1));
