import { fieldKinds, problem, problemKinds } from '../platform/http/problems/problem-kind.js';

/** What a request about a process can meet, beside the refusals of the domain. */
export const PROCESS_PROBLEMS = problemKinds({
  otherOwner: problem(
    403,
    'Andere procesverantwoordelijke',
    'Other process owner',
    'Van “{name}” is een ander de procesverantwoordelijke; {person} mag er daarom niets aan wijzigen.',
    'Somebody else owns “{name}”, so {person} may not change anything about it.',
  ),
  versionNotYet: problem(
    404,
    'Nog geen versie',
    'No version yet',
    '“{name}” had op {moment} nog geen versie; de eerste is van {first}.',
    '“{name}” had no version yet at {moment}; its first is of {first}.',
  ),
  processForeign: problem(
    503,
    'Gebeurtenis van een ander programma',
    'Event of another program',
    'Over “{process}” wordt nu niets vastgelegd: gebeurtenis {version} in het logboek is niet van Knipkaart. De beheerder kan een logboek zonder die gebeurtenis maken, met “npm run log -- copy --without-foreign”.',
    'Nothing is recorded about “{process}” now: Knipkaart did not write event {version} in the log. The administrator can make a log without it, with “npm run log -- copy --without-foreign”.',
  ),
  processParked: problem(
    503,
    'Proces is verouderd',
    'Process is stale',
    'Over “{process}” wordt nu niets vastgelegd: gebeurtenis {version} kon niet worden gelezen. Waarschuw de beheerder.',
    'Nothing is recorded about “{process}” now: event {version} could not be read. Tell the administrator.',
  ),
});

/** What can be wrong with a field about a process. */
export const PROCESS_FIELDS = fieldKinds({
  milestoneName: {
    nl: 'mag geen getal of moment zijn en niet met proposal: of pilot: beginnen',
    en: 'may not be a number or a moment, nor begin with proposal: or pilot:',
  },
  knownDomain: { nl: 'noemt geen domein; er zijn: {values}', en: 'names no domain; there are: {values}' },
});
