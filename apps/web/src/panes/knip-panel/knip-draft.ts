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

/**
 * What the form starts with: the standing decision without its reason, since every decision has a reason of
 * its own.
 */
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
    ...(draft.side === undefined
      ? { side: 'sideMissing' }
      : bound && bound !== draft.side
        ? { side: 'sideBound' }
        : {}),
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
