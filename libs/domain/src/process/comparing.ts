import { lastChange } from '../facts.js';
import type { ProcessFactKind } from './facts.js';
import { PROCESS_FACT_KINDS, type ProcessState } from './state.js';

/** A decision that differs between two states, with the versions that made it. */
export interface DecisionDifference {
  kind: ComparedKind;
  change: 'added' | 'changed' | 'ended';
  /** The version that made the earlier decision; absent with `added`. */
  before?: number;
  /**
   * The version that made the later decision, or ended the earlier one. Absent where the state after is the
   * older of the two and does not have the decision yet.
   */
  after?: number;
}

/** Diagrams are compared elsewhere, by what they contain, and the domain of a process never changes. */
export type ComparedKind = Exclude<ProcessFactKind, 'diagram' | 'domain'>;

const COMPARED = PROCESS_FACT_KINDS.filter(
  (kind): kind is ComparedKind => kind !== 'diagram' && kind !== 'domain',
);

/**
 * The decisions that differ between two states of a process, in the order in which they were made. Either
 * state may be the newer one. A decision that was made again with the same content counts as changed, since
 * it has another reason.
 */
export function decisionsBetween(before: ProcessState, after: ProcessState): DecisionDifference[] {
  const differences = COMPARED.flatMap((kind) => {
    const keys = new Set([...before[kind].keys(), ...after[kind].keys()]);
    return [...keys].flatMap((key) => differenceOf(before, after, kind, key) ?? []);
  });
  return differences.sort((one, other) => newestVersion(one) - newestVersion(other));
}

function differenceOf(
  before: ProcessState,
  after: ProcessState,
  kind: ComparedKind,
  key: string,
): DecisionDifference | undefined {
  const [earlier, later] = [before[kind].get(key)?.version, after[kind].get(key)?.version];
  if (earlier === later) return undefined;
  if (later !== undefined)
    return earlier === undefined
      ? { kind, change: 'added', after: later }
      : { kind, change: 'changed', before: earlier, after: later };
  const ended = lastChange(after, kind, key);
  return { kind, change: 'ended', before: earlier!, ...(ended !== undefined && { after: ended }) };
}

const newestVersion = ({ before = 0, after = 0 }: DecisionDifference): number => Math.max(before, after);
