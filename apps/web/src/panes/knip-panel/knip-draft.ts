import type { Decided, KnipAnswer, Role, Side, StepAnswer } from '#contract';

/** What a knip says, without who decided it, when and why. */
type Knip = Omit<KnipAnswer, keyof Decided>;
type KnipBody = { [Member in keyof Knip]?: Knip[Member] | undefined };

/** How each member is sent, undefined where it is left out. A new member must have its line here. */
const SENT: { [Member in keyof Knip]-?: (value: KnipBody[Member]) => KnipBody[Member] } = {
  side: (side) => side,
  role: (role) => role,
  alternatives: (texts = []) => (texts.length > 0 ? texts : undefined),
};

/** A knip as it is sent, but for the reason: one that stands, that a file carries, or that was filled in. */
export function bodyOfKnip(knip: KnipBody): KnipBody {
  const body = Object.entries(SENT).map(([name, sent]) => [
    name,
    (sent as (value: unknown) => unknown)(knip[name as keyof Knip]),
  ]);
  return Object.fromEntries(body.filter(([, value]) => value !== undefined)) as KnipBody;
}

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
    side: step.binding?.side,
    alternatives: [],
    ...(step.knip && bodyOfKnip(step.knip)),
    reason: '',
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
  return bodyOfKnip({ ...draft, alternatives });
}
