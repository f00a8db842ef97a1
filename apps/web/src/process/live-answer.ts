import type { HandoverAnswer, ProcessAnswer, StepAnswer } from '#contract';
import { cut, type CutHandover, type Outline, type OutlineStep } from '#bpmn';
import { everythingLapsed, type Lapsed } from './lapsed.js';

/**
 * The process as it would stand if the drawing on the canvas were saved now: steps, hand-overs and counts of
 * the unsaved drawing, with the decisions that were taken. The same rules as the service's own answer, since
 * both use `cut`.
 * @param answer the newest answer of the service
 * @param outline the elements of the drawing on the canvas
 * @param moved ids that stand on another element there: what was decided under them is not about it
 */
export function withDrawing(
  answer: ProcessAnswer,
  outline: Outline,
  moved: ReadonlySet<string> = new Set(),
): ProcessAnswer {
  const known = new Map(
    answer.steps.flatMap((step) =>
      step.decidable && step.id !== undefined && !moved.has(step.id) ? [[step.id, step] as const] : [],
    ),
  );
  const lapsed = lapsedIn(answer, moved);
  const made = cut(outline, {
    knip: (id) => known.get(id)?.knip?.side ?? lapsed('knip', id)?.side,
    boundSide: (id) => known.get(id)?.binding?.side ?? lapsed('binding', id)?.side,
  });
  const steps = outline.steps.map((step, index): StepAnswer => {
    const id = step.decidable ? step.id : undefined;
    const { key: _key, from, ...result } = made.steps[index]!;
    return {
      ...shown(step),
      ...(id !== undefined && backAgain(id, lapsed)),
      ...(id !== undefined && decided(known.get(id))),
      ...result,
      ...(from && { sideFrom: from }),
    };
  });
  const agreed = new Map(
    answer.handovers.flatMap(({ flow, flowId, agreement }) =>
      flowId !== undefined && moved.has(flowId) ? [] : [[flow, agreement] as const],
    ),
  );
  const present = new Set(steps.map((step) => step.id));
  const flows = new Set(made.handovers.map(({ flowId }) => flowId));
  return {
    ...answer,
    steps,
    handovers: made.handovers.map((handover) =>
      agreedFor(handover, agreed.get(handover.flow) ?? agreementBack(handover, lapsed)),
    ),
    undecided: steps.filter((step) => step.undecided).map((step) => step.key),
    counts: made.counts,
    lapsed: answer.lapsed.filter(({ elementId }) => !present.has(elementId)),
    alsoLapsed: answer.alsoLapsed.filter(
      ({ kind, elementId }) => !(kind === 'handover' ? flows : present).has(elementId),
    ),
  };
}

type LapsedOn = (kind: Lapsed['kind'], id: string) => Lapsed | undefined;

/** What lapsed, by kind and id; not under an id that another element has now. */
function lapsedIn(answer: ProcessAnswer, moved: ReadonlySet<string>): LapsedOn {
  const known = new Map(everythingLapsed(answer).map((one) => [`${one.kind} ${one.elementId}`, one]));
  return (kind, id) => (moved.has(id) ? undefined : known.get(`${kind} ${id}`));
}

/** What lapsed on a step that is in the drawing again. */
function backAgain(id: string, lapsed: LapsedOn): ReturnType<typeof decided> {
  const [knip, binding] = [lapsed('knip', id), lapsed('binding', id)];
  const [channels, requests] = [lapsed('channels', id), lapsed('dataRequests', id)];
  return {
    ...(knip?.side && { knip: { ...knip, side: knip.side, alternatives: [] } }),
    ...(binding && { binding: { ...binding, source: binding.source ?? '' } }),
    ...(channels?.channels && { channels: { ...channels, channels: channels.channels } }),
    ...(requests?.data && { dataRequests: { ...requests, data: requests.data } }),
  };
}

/** Which steps it was about is not known until the drawing is saved, so it is held for those there are. */
function agreementBack(
  { flowId, before, after }: CutHandover,
  lapsed: LapsedOn,
): HandoverAnswer['agreement'] {
  const agreement = flowId === undefined ? undefined : lapsed('handover', flowId);
  return agreement && { ...agreement, what: agreement.what ?? '', before, after: [after], outdated: false };
}

/** Ids of the steps and of the hand-over flows of the saved drawing: only these can be decided on. */
export function savedElements(answer: ProcessAnswer): ReadonlySet<string> {
  const ids = [
    ...answer.steps.map((step) => step.id),
    ...answer.handovers.map((handover) => handover.flowId),
  ];
  return new Set(ids.filter((id) => id !== undefined));
}

function shown(step: OutlineStep) {
  return {
    key: step.key,
    ...(step.id !== undefined && { id: step.id }),
    decidable: step.decidable,
    name: step.name,
    kind: step.kind,
    automatic: step.automatic,
    ...(step.lane && { lane: step.lane }),
    ...(step.participant !== undefined && { participant: step.participant }),
    considerations: step.considerations,
  };
}

function decided(
  step: StepAnswer | undefined,
): Pick<StepAnswer, 'knip' | 'binding' | 'channels' | 'dataRequests'> {
  return {
    ...(step?.knip && { knip: step.knip }),
    ...(step?.binding && { binding: step.binding }),
    ...(step?.channels && { channels: step.channels }),
    ...(step?.dataRequests && { dataRequests: step.dataRequests }),
  };
}

function agreedFor(handover: CutHandover, agreement: HandoverAnswer['agreement']): HandoverAnswer {
  if (!agreement) return handover;
  const same =
    agreement.after.includes(handover.after) &&
    agreement.before.length === handover.before.length &&
    agreement.before.every((key) => handover.before.includes(key));
  return { ...handover, agreement: { ...agreement, outdated: !same } };
}
