import type { FactKind } from './facts.js';
import { KINDS, type ProcessState } from './state.js';

/**
 * A decision that differs between two states; the versions are those that brought about what stood and what
 * stands.
 */
export interface DecisionDifference {
  kind: ComparedKind;
  change: 'added' | 'changed' | 'ended';
  /** The version that decided what stood before; absent with `added`. */
  before?: number;
  /**
   * The version that decided what stands after, or that ended it; absent where the state after is the older
   * one and knew nothing of it yet.
   */
  after?: number;
}

/**
 * What two diagrams say is compared in the diagrams themselves, and the domain of a process never changes.
 */
export type ComparedKind = Exclude<FactKind, 'diagram' | 'domain'>;

const COMPARED = KINDS.filter((kind): kind is ComparedKind => kind !== 'diagram' && kind !== 'domain');

/**
 * What was decided otherwise in one state of a process than in another, in the order in which it was decided.
 * Either may be the newer one. A decision taken again to the same effect counts as changed: its reason is
 * another.
 */
export function decisionsBetween(before: ProcessState, after: ProcessState): DecisionDifference[] {
  const differences = COMPARED.flatMap((kind) => {
    const keys = new Set([...before[kind].keys(), ...after[kind].keys()]);
    return [...keys].flatMap((key) => differenceOf(before, after, kind, key) ?? []);
  });
  return differences.sort((one, other) => decidedLast(one) - decidedLast(other));
}

function differenceOf(
  before: ProcessState,
  after: ProcessState,
  kind: ComparedKind,
  key: string,
): DecisionDifference | undefined {
  const [stood, stands] = [before[kind].get(key)?.version, after[kind].get(key)?.version];
  if (stood === stands) return undefined;
  if (stands !== undefined)
    return stood === undefined
      ? { kind, change: 'added', after: stands }
      : { kind, change: 'changed', before: stood, after: stands };
  const ended = after.changed.get(`${kind} ${key}`);
  return { kind, change: 'ended', before: stood!, ...(ended !== undefined && { after: ended }) };
}

const decidedLast = ({ before = 0, after = 0 }: DecisionDifference): number => Math.max(before, after);
