import type { Language } from './describe-problem.js';
import type { Outline, OutlineStep } from './outline.js';

/** Why nobody can decide on a step yet, why it has no side, or why it is not asked about. */
type OpenReason = 'idMissing' | 'idTwice' | 'noLane' | 'laneWithoutSide' | 'automatic';

/** Steps for which one reason holds. */
export interface OpenSteps {
  reason: OpenReason;
  steps: Pick<OutlineStep, 'key' | 'name' | 'kind'>[];
}

const SHOWN = 10;

const REASONS: [reason: OpenReason, holds: (step: OutlineStep) => boolean][] = [
  ['idMissing', ({ id }) => id === undefined],
  ['idTwice', ({ id, decidable }) => id !== undefined && !decidable],
  ['noLane', ({ lane }) => lane === undefined],
  ['laneWithoutSide', ({ lane }) => lane !== undefined && lane.side === undefined],
  ['automatic', ({ automatic }) => automatic],
];

/** Which steps of a file have no side or cannot be decided on, by the reason for it. A step may have two. */
export function openSteps(outline: Outline): OpenSteps[] {
  return REASONS.map(([reason, holds]) => ({ reason, steps: outline.steps.filter(holds) })).filter(
    ({ steps }) => steps.length > 0,
  );
}

const WORDS: Record<OpenReason, Record<Language, (one: boolean) => string>> = {
  idMissing: {
    nl: () => 'zonder id: beslissen kan pas als het diagram opnieuw is opgeslagen',
    en: () => 'without an id: to be decided on after the diagram is saved again',
  },
  idTwice: {
    nl: (one) =>
      `met een id dat vaker voorkomt: over ${one ? 'deze stap' : 'deze stappen'} kan niet worden beslist`,
    en: () => 'with an id that occurs more than once: not to be decided on',
  },
  noLane: {
    nl: (one) => `zonder kant: ${one ? 'deze stap staat' : 'deze stappen staan'} in geen baan`,
    en: (one) => `without a side: ${one ? 'this step is' : 'these steps are'} in no lane`,
  },
  laneWithoutSide: {
    nl: () => 'zonder kant: de baan zegt niet of die van de front- of backoffice is',
    en: () => 'without a side: the lane does not say whether it is of the front or back office',
  },
  automatic: {
    nl: (one) => `${one ? 'gaat' : 'gaan'} vanzelf: beslissen mag, en hoeft niet`,
    en: (one) => `${one ? 'runs' : 'run'} by itself: you may decide, and need not`,
  },
};

/** How many steps, why, and their names. Quotes the file: show it as text. */
export function describeOpenSteps({ reason, steps }: OpenSteps, language: Language): string {
  const one = steps.length === 1;
  const noun = language === 'nl' ? (one ? 'stap' : 'stappen') : one ? 'step' : 'steps';
  const names = steps.slice(0, SHOWN).map(({ name, kind }) => `“${name.slice(0, 100) || kind}”`);
  const more = steps.length - names.length;
  const rest = more > 0 ? (language === 'nl' ? ` en nog ${more}` : ` and ${more} more`) : '';
  return `${steps.length} ${noun} ${WORDS[reason][language](one)}: ${names.join(', ')}${rest}.`;
}
