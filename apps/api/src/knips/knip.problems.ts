import { fieldKinds } from '../platform/http/problems/problem-kind.js';

/** What can be wrong with a decision about a step. */
export const KNIP_FIELDS = fieldKinds({
  channels: {
    nl: 'moet een lijst zijn van minstens één kanaal, elk hoogstens eenmaal: {values}',
    en: 'must be a list of at least one channel, each at most once: {values}',
  },
  sideOrBy: {
    nl: 'noem een kant (side), of wie het mag doen (by)',
    en: 'name a side, or who may do it (by)',
  },
});
