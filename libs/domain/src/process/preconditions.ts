import { standing } from '../facts.js';
import { assertUnchangedSince } from '../seen.js';
import type { ProcessFactKind } from './facts.js';
import { ProcessRefusal } from './process-refusal.js';
import type { ProcessState } from './state.js';

/** What every command on an existing process says. */
export interface OnProcess {
  /** Id of the process. */
  process: string;
  /** The version that the person has seen (`If-Match`); undefined where the request names none. */
  seen?: number;
}

/**
 * Whether the diagram in force has an element, and its id once. Only an element that is present can be
 * decided on.
 */
export type Presence = 'present' | 'ambiguous' | 'absent';

/** @throws ProcessRefusal when the process does not exist or is retired */
export function assertOpen(state: ProcessState, { process }: OnProcess): void {
  if (state.version === 0) throw new ProcessRefusal('processUnknown', { process });
  if (standing(state, 'retirement'))
    throw new ProcessRefusal('processRetired', { name: processNameOf(state) });
}

/** @throws SeenRefusal when the fact changed after the version seen, or there is no such version */
export function assertSeen(state: ProcessState, { seen }: OnProcess, kind: ProcessFactKind, key = ''): void {
  assertUnchangedSince(state, seen, { name: processNameOf(state), aggregate: 'process', kind, key });
}

/** @throws ProcessRefusal when the diagram does not have the step, or has its id more than once */
export function assertStep(state: ProcessState, elementId: string, presence: Presence): void {
  const [element, name] = [elementId, processNameOf(state)];
  if (presence === 'absent')
    throw new ProcessRefusal('stepUnknown', { element, name, version: state.version });
  if (presence === 'ambiguous') throw new ProcessRefusal('stepUndecidable', { element, name });
}

/** The name of the process as people know it. */
export const processNameOf = (state: ProcessState): string => standing(state, 'name')?.name ?? '';
