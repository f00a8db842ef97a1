import type { Role, Side, StepAnswer } from '#contract';

/** The form in which a knip is decided. */
export interface KnipDraft {
  side?: Side | undefined;
  role?: Role | undefined;
  reason: string;
  alternatives: string[];
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

/** What is wrong with the side that was chosen, or not chosen. */
export function sideError(
  { side }: Pick<KnipDraft, 'side'>,
  step: Pick<StepAnswer, 'binding'>,
): 'sideMissing' | 'sideBound' | undefined {
  if (side === undefined) return 'sideMissing';
  const bound = step.binding?.side;
  return bound && bound !== side ? 'sideBound' : undefined;
}

/** What is sent but for the reason, without empty alternatives and blanks around them. */
export function bodyOf(draft: KnipDraft): object {
  const alternatives = draft.alternatives.map((text) => text.trim()).filter((text) => text !== '');
  return {
    side: draft.side,
    ...(draft.role && { role: draft.role }),
    ...(alternatives.length > 0 && { alternatives }),
  };
}
