import type { Outline, OutlineStep } from '#bpmn';
import type { DecisionChange, HistoryItem, StepChange } from '#contract';
import type { FactKind, ProcessState } from '#domain';

/** A decision that differs between two states; the versions are those that brought about what stood and what stands. */
export interface ChangedFact {
  kind: FactKind;
  change: DecisionChange['change'];
  before?: number;
  after: number;
}

/** What was decided between an earlier and a later state of one process, in the order of the later versions. */
export function changedFacts(earlier: ProcessState, later: ProcessState): ChangedFact[] {
  const changes: ChangedFact[] = [];
  for (const [kindAndKey, after] of later.changed) {
    if (earlier.changed.get(kindAndKey) === after) continue;
    const blank = kindAndKey.indexOf(' ');
    const kind = kindAndKey.slice(0, blank) as FactKind;
    const key = kindAndKey.slice(blank + 1);
    const before = earlier[kind].get(key)?.version;
    const stands = later[kind].has(key);
    if (before === undefined && !stands) continue;
    changes.push({ kind, change: before === undefined ? 'added' : stands ? 'changed' : 'ended', ...(before !== undefined && { before }), after });
  }
  return changes.sort((one, other) => one.after - other.after);
}

/** The same in the words of the history. */
export function toldChange({ kind, change, before, after }: ChangedFact, told: (version: number) => HistoryItem): DecisionChange {
  return { kind, change, ...(before !== undefined && { before: told(before) }), after: told(after) };
}

/** Steps that only one of two diagrams has, or that have another name or lane; known by their ids. */
export function changedSteps(earlier: Outline | undefined, later: Outline | undefined): StepChange[] {
  const [before, after] = [stepsById(earlier), stepsById(later)];
  const removed = [...before].filter(([id]) => !after.has(id)).map(([id, { name }]): StepChange => ({ id, name, change: 'removed' }));
  return [...after].flatMap(([id, step]) => changesOf(id, before.get(id), step)).concat(removed);
}

function changesOf(id: string, earlier: OutlineStep | undefined, later: OutlineStep): StepChange[] {
  const { name } = later;
  if (!earlier) return [{ id, name, change: 'added' }];
  const changes: StepChange[] = [];
  if (earlier.name !== name) changes.push({ id, name, change: 'renamed', before: earlier.name, after: name });
  if (earlier.lane?.id !== later.lane?.id || earlier.lane?.name !== later.lane?.name) {
    changes.push({ id, name, change: 'movedLane', ...(earlier.lane && { before: earlier.lane.name }), ...(later.lane && { after: later.lane.name }) });
  }
  return changes;
}

function stepsById(outline: Outline | undefined): Map<string, OutlineStep> {
  const steps = outline?.steps.filter((step) => step.decidable && step.id !== undefined) ?? [];
  return new Map(steps.map((step) => [step.id!, step]));
}
