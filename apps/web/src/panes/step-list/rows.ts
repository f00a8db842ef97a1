import type { HandoverAnswer, ProcessAnswer, Side, StepAnswer } from '#contract';

/** One line of the step list. */
export interface StepRow {
  /** Place in the order of work, from 1. */
  number: number;
  step: StepAnswer;
  /** Hand-overs into the step, and those it leads to. */
  handoversIn: HandoverAnswer[];
  handoversOut: HandoverAnswer[];
  /** Steps that a flow of this step leads to next; gateways and events are looked through. */
  next: string[];
}

/** Which steps come nearest before a step: the part of an outline's entries that the list needs. */
export interface FlowInto {
  into: string;
  nearest: string[];
}

/** What the list shows of the steps. */
export interface Filter {
  text: string;
  side: 'all' | 'undecided' | 'disagrees' | 'unknown' | Side;
  /** Name of a lane; empty: every lane. */
  lane: string;
}

export type Order = 'flow' | 'name' | 'lane' | 'side';

export const everything: Filter = { text: '', side: 'all', lane: '' };

/** The lines of the step list, in the order of the work as far as the flows tell. */
export function rowsOf(answer: Pick<ProcessAnswer, 'steps' | 'handovers'>, flows: FlowInto[]): StepRow[] {
  const next = new Map<string, Set<string>>();
  for (const { into, nearest } of flows) {
    for (const before of nearest) next.set(before, (next.get(before) ?? new Set()).add(into));
  }
  return inOrderOfWork(answer.steps, flows).map((step, index) => ({
    number: index + 1,
    step,
    handoversIn: answer.handovers.filter((handover) => handover.after === step.key),
    handoversOut: answer.handovers.filter((handover) => handover.before.includes(step.key)),
    next: [...(next.get(step.key) ?? [])],
  }));
}

/** The lines that the filter leaves, in the order asked for; the order of work where two are equal. */
export function arranged(rows: StepRow[], filter: Filter, order: Order, language: string): StepRow[] {
  const text = filter.text.trim().toLocaleLowerCase(language);
  const left = rows.filter(
    ({ step }) =>
      shows(step, filter.side) &&
      (filter.lane === '' || step.lane?.name === filter.lane) &&
      (text === '' || step.name.toLocaleLowerCase(language).includes(text)),
  );
  if (order === 'flow') return left;
  const collator = new Intl.Collator(language, { numeric: true });
  const value = { name: nameOf, lane: laneOf, side: sideOf }[order];
  return left.sort((a, b) => collator.compare(value(a), value(b)) || a.number - b.number);
}

/** Names of the lanes that hold steps, in the order in which they come. */
export function laneNames(rows: StepRow[]): string[] {
  return [...new Set(rows.flatMap(({ step }) => (step.lane?.name ? [step.lane.name] : [])))];
}

/** The first undecided step after the given one, in the order of work, starting over at the end. */
export function nextUndecided(rows: StepRow[], after: string | undefined): StepAnswer | undefined {
  const at = rows.findIndex(({ step }) => step.key === after);
  return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(({ step }) => step.undecided)?.step;
}

function shows(step: StepAnswer, side: Filter['side']): boolean {
  if (side === 'all') return true;
  if (side === 'undecided') return step.undecided;
  if (side === 'disagrees') return step.laneDisagrees;
  if (side === 'unknown') return step.side === undefined;
  return step.side === side;
}

const nameOf = (row: StepRow) => row.step.name;
const laneOf = (row: StepRow) => row.step.lane?.name ?? '\uffff';
const sideOf = (row: StepRow) => (row.step.undecided ? '2' : row.step.side === 'front' ? '0' : '1');

/**
 * Steps before those that follow them; where a loop leaves no such step, the earliest in the file that
 * something placed leads to.
 */
function inOrderOfWork(steps: StepAnswer[], flows: FlowInto[]): StepAnswer[] {
  const before = new Map<string, Set<string>>(steps.map((step) => [step.key, new Set<string>()]));
  for (const { into, nearest } of flows) {
    for (const key of nearest) if (key !== into && before.has(key)) before.get(into)?.add(key);
  }
  const placed = new Set<string>();
  const waiting = [...steps];
  const result: StepAnswer[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex((step) => [...before.get(step.key)!].every((key) => placed.has(key)));
    const reached =
      ready >= 0
        ? ready
        : waiting.findIndex((step) => [...before.get(step.key)!].some((key) => placed.has(key)));
    const [step] = waiting.splice(Math.max(reached, 0), 1);
    placed.add(step!.key);
    result.push(step!);
  }
  return result;
}
