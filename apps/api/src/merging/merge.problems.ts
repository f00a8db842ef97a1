import { fieldKinds, problem, problemKinds } from '../platform/http/problems/problem-kind.js';

/** Why a merge stored nothing. */
export const MERGE_PROBLEMS = problemKinds({
  mergeConflicts: problem(
    409,
    'Wijzigingen botsen',
    'Changes clash',
    'Van uw wijzigingen aan “{name}” kunnen er {count} niet samen met wat tot en met versie {version} is opgeslagen; er is niets opgeslagen. Kies per botsing onder “conflicts” en stuur de keuzes mee.',
    'Of your changes to “{name}” {count} cannot go together with what was saved up to version {version}; nothing was stored. Choose for each under “conflicts” and send the choices along.',
  ),
  mergeTooManyConflicts: problem(
    409,
    'Te veel botsingen',
    'Too many conflicts',
    'Uw wijzigingen aan “{name}” botsen op {count} plaatsen met wat tot en met versie {version} is opgeslagen, en dat zijn er te veel om te kiezen: er kunnen hoogstens {most} keuzes tegelijk mee, en minder waar ids of namen heel lang zijn; er is niets opgeslagen. Voeg eerst een deel van de wijzigingen samen, of vergelijk de tekeningen en werk verder op versie {version}.',
    'Your changes to “{name}” clash in {count} places with what was saved up to version {version}, and those are too many to choose on: at most {most} choices can be sent at once, and fewer where ids or names are very long; nothing was stored. Merge a part of the changes first, or compare the diagrams and go on from version {version}.',
  ),
  mergeChoicesOutdated: problem(
    409,
    'Keuzes zijn verouderd',
    'Choices are outdated',
    'Een keuze past bij geen botsing meer, want “{name}” is intussen opnieuw opgeslagen (versie {version}); er is niets opgeslagen. Kies opnieuw onder “conflicts”; staat daar niets, stuur het dan zonder keuzes.',
    'A choice fits no clash any more, since “{name}” was saved again in between (version {version}); nothing was stored. Choose anew under “conflicts”; when nothing stands there, send it without choices.',
  ),
});

/** What can be wrong with the choices of a merge. */
export const MERGE_FIELDS = fieldKinds({
  choices: {
    nl: 'mag over elke botsing maar één keuze hebben',
    en: 'may have only one choice for each conflict',
  },
});
