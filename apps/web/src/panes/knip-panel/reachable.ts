import type { ProcessAnswer, StepAnswer } from '#contract';
import type { Typed, TypedForm } from '../../typed-store.js';

type HasForm = (process: ProcessAnswer, element: string) => boolean;

const onStep =
  (has: (step: StepAnswer) => boolean = () => true): HasForm =>
  ({ steps }, element) =>
    steps.some((step) => step.id === element && step.decidable && has(step));

/** Where each form of the panel is; the others are reached from elsewhere, whatever the drawing is. */
const PLACES: Partial<Record<TypedForm, HasForm>> = {
  again: onStep(),
  bind: onStep(),
  channels: (process, element) => element === '' || onStep()(process, element),
  data: onStep(),
  handover: ({ handovers }, element) => handovers.some(({ flowId }) => flowId === element),
  knip: onStep(),
  lapsed: ({ lapsed }, element) => lapsed.some(({ elementId }) => elementId === element),
  lift: onStep(({ binding }) => binding !== undefined),
  takeOver: () => true,
  withdraw: onStep(({ knip }) => knip !== undefined),
};

/** A text, and the id that what it is about has now; undefined where that is gone. */
export type Placed = Pick<Typed, 'form'> & { place: string | undefined };

/**
 * Whether what was typed still has its form: its step or flow is there, and what it is about holds.
 * @param process with the drawing that is on screen
 * @param decides whether this person may decide here at all
 */
export function isReachable({ form, place }: Placed, process: ProcessAnswer, decides: boolean): boolean {
  const has = PLACES[form];
  return has ? decides && place !== undefined && has(process, place) : true;
}

/** Key of the step or hand-over whose form it is; undefined where it is about the process. */
export function keyOf({ place }: Placed, { steps, handovers }: ProcessAnswer): string | undefined {
  if (place === undefined) return undefined;
  return steps.find(({ id }) => id === place)?.key ?? handovers.find(({ flowId }) => flowId === place)?.flow;
}

/** All that a person wrote in a form, to be copied: the reason first. */
export function writtenIn(values: object): string {
  const { reason, ...others } = values as { reason?: unknown };
  const texts = [reason, ...Object.entries(others).map(([name, value]) => (SET.includes(name) ? '' : value))];
  return texts.flatMap(textsIn).join('\n');
}

/** What is chosen, not written. */
const SET = ['side', 'role', 'unit', 'channels', 'to', 'left', 'version', 'kind', 'before', 'lane'];

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return value instanceof Object ? Object.values(value).flatMap(textsIn) : [];
}
