import { fieldKinds, problem, problemKinds } from '../platform/http/problems/problem-kind.js';

/** What naming a side of a comparison can meet. */
export const COMPARISON_PROBLEMS = problemKinds({
  milestoneUnknown: problem(
    404,
    'Vastgestelde versie niet gevonden',
    'Milestone not found',
    '“{name}” heeft geen vastgestelde versie met de naam “{milestone}”.',
    '“{name}” has no milestone named “{milestone}”.',
  ),
});

/** What can be wrong with a side of a comparison. */
export const COMPARISON_FIELDS = fieldKinds({
  keptFree: {
    nl: 'mag nog niet met {prefix} beginnen: noem een versie, een moment of een vastgestelde versie',
    en: 'may not begin with {prefix} yet: name a version, a moment or a milestone',
  },
});
