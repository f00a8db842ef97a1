import type { Cut, CutStep } from '../cut.js';
import type { Language } from '../describe-problem.js';

const counted = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

/** The picture's own words. */
export const WORDS = {
  nl: {
    front: 'Frontoffice (KCC)',
    back: 'Backoffice (vakafdeling)',
    undecided: 'Nog niet besloten',
    handover: 'Overdrachtsmoment',
    unknown: 'Kant onbekend',
    from: { knip: 'knip', binding: 'wettelijk gebonden', lane: 'volgens de baan' },
    counts: ({ counts, steps }: Cut) =>
      `${counted(steps.length, 'stap', 'stappen')}: ${counts.front} frontoffice, ${counts.back} backoffice, ${counts.unknown} onbekend; ${counts.undecided} nog niet besloten; ${counted(counts.handovers, 'overdrachtsmoment', 'overdrachtsmomenten')}.`,
  },
  en: {
    front: 'Front office (KCC)',
    back: 'Back office (department)',
    undecided: 'Not yet decided',
    handover: 'Hand-over',
    unknown: 'Side unknown',
    from: { knip: 'knip', binding: 'bound by law', lane: 'by its lane' },
    counts: ({ counts, steps }: Cut) =>
      `${counted(steps.length, 'step', 'steps')}: ${counts.front} front office, ${counts.back} back office, ${counts.unknown} unknown; ${counts.undecided} not yet decided; ${counted(counts.handovers, 'hand-over', 'hand-overs')}.`,
  },
} as const;

/** Side of a step in words. */
export function stepWords({ side, from, undecided }: CutStep, language: Language): string {
  const words = WORDS[language];
  const known = side && from ? `${words[side]}, ${words.from[from]}` : words.unknown;
  return undecided ? `${known}; ${words.undecided.toLowerCase()}` : known;
}
