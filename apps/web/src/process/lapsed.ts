import type { ProcessAnswer } from '#contract';

/** A decision of any kind whose step or hand-over is gone. */
export type Lapsed = ProcessAnswer['alsoLapsed'][number] & Partial<ProcessAnswer['lapsed'][number]>;

/** Every decision that lapsed: the knips first. */
export function everythingLapsed({
  lapsed,
  alsoLapsed,
}: Pick<ProcessAnswer, 'lapsed' | 'alsoLapsed'>): Lapsed[] {
  return [...lapsed.map((knip) => ({ ...knip, kind: 'knip' as const })), ...alsoLapsed];
}
