import { cut, type Outline } from '#bpmn';
import type { HandoverAnswer, ProcessAnswer, StepAnswer } from '#contract';

/** A process as it would be if the diagram on screen were saved now: saved decisions on the unsaved diagram. */
export interface LiveProcess extends ProcessAnswer {
  /** Keys of the steps and flows that the saved diagram lacks: they cannot be decided on before saving. */
  unsaved: ReadonlySet<string>;
}

/**
 * Brings the diagram on screen together with the decisions that the service knows, by element id, as the service does for a
 * saved one: knips whose element is gone are left out, those whose element is back (undo, paste) hold again.
 */
export function liveProcess(outline: Outline, saved: ProcessAnswer): LiveProcess {
  const known = new Map(saved.steps.map((step) => [step.id ?? '', step]));
  const lapsed = new Map(saved.lapsed.map((knip) => [knip.elementId, knip]));
  const knipOf = (id: string): StepAnswer['knip'] => known.get(id)?.knip ?? restored(lapsed.get(id));
  const shown = cut(outline, { knip: (id) => knipOf(id)?.side, boundSide: (id) => known.get(id)?.binding?.side });
  const cutStep = new Map(shown.steps.map((step) => [step.key, step]));

  const steps = outline.steps.map((step): StepAnswer => {
    const id = step.decidable ? step.id : undefined;
    const before = id === undefined ? undefined : known.get(id);
    const knip = id === undefined ? undefined : knipOf(id);
    const now = cutStep.get(step.key);
    return {
      key: step.key,
      ...(step.id !== undefined && { id: step.id }),
      decidable: step.decidable,
      name: step.name,
      kind: step.kind,
      automatic: step.automatic,
      ...(step.lane && { lane: step.lane }),
      ...(step.participant !== undefined && { participant: step.participant }),
      ...(now?.side && { side: now.side }),
      ...(now?.from && { sideFrom: now.from }),
      undecided: now?.undecided ?? false,
      laneDisagrees: now?.laneDisagrees ?? false,
      ...(knip && { knip }),
      ...(before?.binding && { binding: before.binding }),
      ...(before?.channels && { channels: before.channels }),
      ...(before?.dataRequests && { dataRequests: before.dataRequests }),
      considerations: step.considerations,
    };
  });

  const agreedBefore = new Map(saved.handovers.map((handover) => [handover.flowId ?? '', handover]));
  const handovers = shown.handovers.map((handover): HandoverAnswer => {
    const agreement = handover.flowId === undefined ? undefined : agreedBefore.get(handover.flowId)?.agreement;
    return {
      ...handover,
      ...(agreement && { agreement: { ...agreement, outdated: !sameSteps(agreement, handover) } }),
    };
  });

  const savedKeys = new Set([...saved.steps.map((step) => step.key), ...saved.handovers.map((handover) => handover.flow)]);
  return {
    ...saved,
    steps,
    handovers,
    undecided: steps.filter((step) => step.undecided).map((step) => step.key),
    counts: shown.counts,
    lapsed: saved.lapsed.filter((knip) => !steps.some((step) => step.id === knip.elementId)),
    unsaved: new Set([...steps.map((step) => step.key), ...handovers.map((handover) => handover.flow)].filter((key) => !savedKeys.has(key))),
  };
}

function sameSteps(agreement: { before: string[]; after: string[] }, handover: { before: string[]; after: string }): boolean {
  const same = (some: string[], others: string[]) => [...some].sort().join('\n') === [...others].sort().join('\n');
  return same(agreement.before, handover.before) && same(agreement.after, [handover.after]);
}

function restored(lapsed: ProcessAnswer['lapsed'][number] | undefined): StepAnswer['knip'] {
  return lapsed && { ...lapsed, alternatives: [] };
}
