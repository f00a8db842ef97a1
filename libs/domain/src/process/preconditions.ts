import type { FactKind } from './facts.js';
import { Refusal } from './refusal.js';
import { standing, type ProcessState } from './state.js';

/** What every command on an existing process says. */
export interface OnProcess {
  /** Id of the process. */
  process: string;
  /** The version that the person has seen (`If-Match`); undefined where it was not said. */
  seen?: number;
}

/**
 * Whether the diagram in force has an element, and whether its id is there once: only then it can be decided
 * on.
 */
export type Presence = 'present' | 'ambiguous' | 'absent';

/** @throws Refusal when the process does not exist or is retired */
export function assertOpen(state: ProcessState, { process }: OnProcess): void {
  if (state.version === 0) throw new Refusal('processUnknown', { process });
  if (standing(state, 'retirement')) throw new Refusal('processRetired', { name: nameOf(state) });
}

/**
 * Holds the version that was seen against the one in which the resource last changed: what changed elsewhere
 * refuses nothing.
 * @throws Refusal when the resource changed since, or when there is no such version
 */
export function assertSeen(state: ProcessState, { seen }: OnProcess, kind: FactKind, key = ''): void {
  if (seen === undefined) return;
  if (seen < 1 || seen > state.version)
    throw new Refusal('seenUnknown', { name: nameOf(state), version: state.version });
  const changed = state.changed.get(`${kind} ${key}`) ?? 0;
  if (changed > seen)
    throw new Refusal('seenStale', { name: nameOf(state), resource: kind, key, changed, seen });
}

/** @throws Refusal when the diagram lacks the step, or its id is not there exactly once */
export function assertStep(state: ProcessState, elementId: string, presence: Presence): void {
  if (presence === 'absent')
    throw new Refusal('stepUnknown', { element: elementId, name: nameOf(state), version: state.version });
  if (presence === 'ambiguous')
    throw new Refusal('stepUndecidable', { element: elementId, name: nameOf(state) });
}

/** The name of the process as people know it. */
export const nameOf = (state: ProcessState): string => standing(state, 'name')?.name ?? '';
