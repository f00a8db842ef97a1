import type { Outline, OutlineStep } from '#bpmn';
import type { ProcessAnswer, StepAnswer } from '#contract';
import { bodyOfKnip } from './knip-draft.js';

/**
 * A decision that an uploaded file carries and the process does not have: it can be taken over. It is
 * then a decision of the person who takes it over.
 */
export interface CarriedDecision {
  /** Unique among the decisions that one file carries. */
  id: string;
  kind: 'knip' | 'channels' | 'binding';
  /** Name of the step; absent for the whole process. */
  stepName?: string;
  carried: OutlineStep['knip'] | OutlineStep['channels'] | OutlineStep['binding'];
  /** What the file gives as reason. */
  reason: string;
  /** Path below the process. */
  path: string;
  /** What is sent, but for the reason. */
  body: object;
}

/**
 * What a file carries that was not decided since it was saved: a decision taken later than the file always
 * stands.
 * @param outline of the saved diagram
 */
export function carriedDecisions(outline: Outline, process: ProcessAnswer): CarriedDecision[] {
  const steps = new Map(
    process.steps.flatMap((step) =>
      step.decidable && step.id !== undefined ? [[step.id, step] as const] : [],
    ),
  );
  const fileVersion = process.diagram?.version ?? 0;
  const open = (decided: { version: number } | undefined, same: boolean) =>
    !same && (decided === undefined || decided.version < fileVersion);
  const result: CarriedDecision[] = [];
  if (
    outline.channels &&
    open(process.channels, equal(outline.channels.channels, process.channels?.channels))
  ) {
    result.push(channels(outline.channels));
  }
  for (const carried of outline.steps) {
    const step = carried.id === undefined ? undefined : steps.get(carried.id);
    if (!step) continue;
    if (carried.binding && process.may.bind && open(step.binding, sameBinding(carried, step)))
      result.push(binding(carried, step));
    if (carried.knip && open(step.knip, sameKnip(carried, step)) && mayStand(carried, step))
      result.push(knip(carried, step));
    if (carried.channels && open(step.channels, equal(carried.channels.channels, step.channels?.channels)))
      result.push(channels(carried.channels, step));
  }
  return result;
}

const sameKnip = (carried: OutlineStep, step: StepAnswer) =>
  carried.knip?.side === step.knip?.side && carried.knip?.role === step.knip?.role;

const sameBinding = ({ binding: carried }: OutlineStep, { binding: standing }: StepAnswer) =>
  carried?.side === standing?.side && carried?.by === standing?.by && carried?.source === standing?.source;

/** A knip against a binding would be refused. */
const mayStand = (carried: OutlineStep, step: StepAnswer) =>
  !step.binding?.side || step.binding.side === carried.knip?.side;

const equal = (some: readonly string[], others: readonly string[] | undefined) =>
  others !== undefined && some.join('\t') === others.join('\t');

function about(
  kind: CarriedDecision['kind'],
  step?: StepAnswer,
): Pick<CarriedDecision, 'id' | 'kind' | 'stepName'> {
  return { id: `${kind} ${step?.id ?? ''}`, kind, ...(step && { stepName: step.name }) };
}

/** The same decision by the id that its step has now; undefined where the step is gone. */
export function carriedNow(id: string, now: (stepId: string) => string): string | undefined {
  const [kind, ...rest] = id.split(' ');
  const step = rest.join(' ');
  if (step === '') return id;
  return now(step) && `${kind} ${now(step)}`;
}

function knip({ knip: carried }: OutlineStep, step: StepAnswer): CarriedDecision {
  return {
    ...about('knip', step),
    carried,
    reason: carried?.reason ?? '',
    path: `/knips/${encodeURIComponent(step.id ?? '')}`,
    body: bodyOfKnip(carried ?? {}),
  };
}

function channels(carried: NonNullable<OutlineStep['channels']>, step?: StepAnswer): CarriedDecision {
  const body = { channels: carried.channels, ...(step && { elementId: step.id }) };
  return {
    ...about('channels', step),
    carried,
    reason: carried.reason ?? '',
    path: '/channel-priority',
    body,
  };
}

function binding({ binding: carried }: OutlineStep, step: StepAnswer): CarriedDecision {
  const { reason = '', ...body } = carried ?? { source: '' };
  return {
    ...about('binding', step),
    carried,
    reason,
    path: `/bindings/${encodeURIComponent(step.id ?? '')}`,
    body,
  };
}
