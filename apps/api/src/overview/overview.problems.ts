import { fieldKinds } from '../platform/http/problems/problem-kind.js';

/** What can be wrong with a search. */
export const OVERVIEW_FIELDS = fieldKinds({
  words: { nl: 'mag ten hoogste {max} woorden hebben', en: 'may have at most {max} words' },
});
