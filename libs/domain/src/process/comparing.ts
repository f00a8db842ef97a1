import { lastChange, type StandingFact } from '../facts.js';
import { PROCESS_KINDS_ABOUT_ELEMENTS, type ProcessFactKind } from './facts.js';
import { PROCESS_FACT_KINDS, type ProcessState } from './state.js';

/** A decision that differs between two states, with the versions that made it. */
export interface DecisionDifference {
  kind: ComparedKind;
  change: 'added' | 'changed' | 'ended';
  /** The version that made the earlier decision; absent with `added`. */
  before?: number;
  /**
   * The version that made the later decision, or ended the earlier one. Absent where no event ended it: the
   * state after is the older of the two, or its element has another id now and the decision stayed behind.
   */
  after?: number;
}

/** Diagrams are compared elsewhere, by what they contain, and the domain of a process never changes. */
export type ComparedKind = Exclude<ProcessFactKind, 'diagram' | 'domain'>;

/**
 * For the id of an element in the state before: its id in the state after, if that differs. Undefined if the
 * element is gone and another element has its id.
 */
type IdsNow = ReadonlyMap<string, string | undefined>;

const COMPARED = PROCESS_FACT_KINDS.filter(
  (kind): kind is ComparedKind => kind !== 'diagram' && kind !== 'domain',
);
const ABOUT_ELEMENTS: ReadonlySet<string> = new Set(PROCESS_KINDS_ABOUT_ELEMENTS);

/**
 * The decisions that differ between two states of a process, in the order in which they were made. Either
 * state may be the newer one. A decision that was made again with the same content counts as changed, since
 * it has another reason. One that only went along with its element to another id does not differ.
 * @param idsNow of elements that have other ids; decisions are matched by element
 * @param isInLater whether the diagram of the state after has an id. A decision that stands for an id that it
 *   lacks has lapsed, which is no decision.
 */
export function decisionsBetween(
  before: ProcessState,
  after: ProcessState,
  idsNow: IdsNow = new Map(),
  isInLater: (id: string) => boolean = () => true,
): DecisionDifference[] {
  const differences = COMPARED.flatMap((kind) =>
    differencesOf(before, after, kind, ABOUT_ELEMENTS.has(kind) ? idsNow : new Map(), isInLater),
  );
  return differences.sort((one, other) => newestVersion(one) - newestVersion(other));
}

type Facts = ReadonlyMap<string, StandingFact<object>>;

function differencesOf(
  before: ProcessState,
  after: ProcessState,
  kind: ComparedKind,
  idsNow: IdsNow,
  isInLater: (id: string) => boolean,
): DecisionDifference[] {
  const [earlier, later] = [before[kind] as Facts, after[kind] as Facts];
  const left = new Map(later);
  const differences: DecisionDifference[] = [];
  const gone: [key: string, fact: StandingFact<object>][] = [];
  for (const [key, was] of byElement(earlier, idsNow)) {
    const now = idsNow.has(key) ? idsNow.get(key) : key;
    const is = now === undefined ? undefined : left.get(now);
    const hasLapsed = later.get(key)?.version === was.version && !isInLater(key);
    if (hasLapsed) left.delete(key);
    if (!is) {
      if (!hasLapsed) gone.push([key, was]);
      continue;
    }
    left.delete(now!);
    if (is.version !== was.version && !isCopy(was, is))
      differences.push({ kind, change: 'changed', before: was.version, after: is.version });
  }
  for (const [key, was] of gone) {
    // A lapsed decision has no element in the diagram.
    const copy = [...left].find(([, is]) => isCopy(was, is));
    if (copy) left.delete(copy[0]);
    else
      differences.push({
        kind,
        change: 'ended',
        before: was.version,
        ...endOf(before, after, kind, key, idsNow),
      });
  }
  for (const { version } of left.values()) differences.push({ kind, change: 'added', after: version });
  return differences;
}

/** Those first whose element is known in the later diagram. */
const byElement = (facts: Facts, idsNow: IdsNow): [string, StandingFact<object>][] =>
  [...facts].sort(([one], [other]) => Number(idsNow.has(other)) - Number(idsNow.has(one)));

/**
 * The event that ended a decision. An id that changed hands is that of its element only since the diagram of
 * the later state was saved; before, another element had it.
 */
function endOf(
  { version }: ProcessState,
  after: ProcessState,
  kind: ComparedKind,
  key: string,
  idsNow: IdsNow,
): Pick<DecisionDifference, 'after'> {
  const id = idsNow.has(key) ? idsNow.get(key) : key;
  if (id === undefined || after[kind].has(id)) return {};
  const since = Math.max(version, (idsNow.has(key) && after.diagram.get('')?.version) || 0);
  const ended = lastChange(after, kind, id);
  return ended === undefined || ended <= since ? {} : { after: ended };
}

/** Whether one is the other, recorded again for its element under another id. */
function isCopy(one: StandingFact<object>, other: StandingFact<object>): boolean {
  const newer = one.version > other.version ? one : other;
  return 'carriedFrom' in newer.value && contentOf(one.value) === contentOf(other.value);
}

/** What was decided, with the salts of its texts; ids are left out. */
function contentOf(value: object): string {
  const { carriedFrom: _, before: __, after: ___, ...content } = value as Record<string, unknown>;
  return JSON.stringify(inOrder(content));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => [name, inOrder(member)]);
}

const newestVersion = ({ before = 0, after = 0 }: DecisionDifference): number => Math.max(before, after);
