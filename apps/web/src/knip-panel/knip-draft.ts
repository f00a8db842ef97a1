import type { Role, Side, StepAnswer } from '#contract';

/** The form in which a knip is decided. */
export interface KnipDraft {
  side?: Side | undefined;
  role?: Role | undefined;
  reason: string;
  alternatives: string[];
}

export interface KnipErrors {
  side?: 'sideMissing' | 'sideBound';
  reason?: 'reasonMissing';
}

/** What the form starts with: the standing decision without its reason, since every decision has a reason of its own. */
export function startOf(step: Pick<StepAnswer, 'knip' | 'binding'>): KnipDraft {
  return {
    side: step.knip?.side ?? step.binding?.side,
    role: step.knip?.role,
    reason: '',
    alternatives: step.knip?.alternatives ?? [],
  };
}

/** What keeps the knip from being recorded; empty when nothing does. */
export function errorsOf(draft: KnipDraft, step: Pick<StepAnswer, 'binding'>): KnipErrors {
  const bound = step.binding?.side;
  return {
    ...(draft.side === undefined ? { side: 'sideMissing' } : bound && bound !== draft.side ? { side: 'sideBound' } : {}),
    ...(draft.reason.trim() === '' && { reason: 'reasonMissing' }),
  };
}

/** What is sent: without blanks around texts, without empty alternatives. */
export function bodyOf(draft: KnipDraft): object {
  const alternatives = draft.alternatives.map((text) => text.trim()).filter((text) => text !== '');
  return {
    side: draft.side,
    ...(draft.role && { role: draft.role }),
    reason: draft.reason.trim(),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

/**
 * The undecided step to go to next, beginning anew at the end of the list.
 * @param undecided keys of the undecided steps, in the order of `steps`
 * @param at key of the step that one comes from
 */
export function nextUndecided(steps: readonly { key: string }[], undecided: readonly string[], at?: string): string | undefined {
  const from = steps.findIndex((step) => step.key === at);
  const later = steps.slice(from + 1).find((step) => undecided.includes(step.key));
  return later?.key ?? undecided.find((key) => key !== at);
}
