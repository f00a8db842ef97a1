import { problem, problemKinds } from '../problems/problem-kind.js';

/** Who asks is not known, or may not do this. */
export const ACCESS_PROBLEMS = problemKinds({
  notSignedIn: problem(
    401,
    'Niet aangemeld',
    'Not signed in',
    'Meld u eerst aan: deze dienst toont en doet niets voor wie niet zegt wie hij is.',
    'Sign in first: this service shows and does nothing for those who do not say who they are.',
  ),
  bearerUnknown: problem(
    401,
    'Onbekend token',
    'Unknown token',
    'Het token hoort bij niemand; in de demonstratie is het “demo:” en de id van een persoon uit de lijst.',
    'The token belongs to nobody; in the demonstration it is “demo:” and the id of a person on the list.',
  ),
  otherPerson: problem(
    409,
    'U bent nu iemand anders',
    'You are somebody else now',
    'U bent nu aangemeld als {person}. Er is niets vastgelegd: ga verder als {person}, of meld u weer aan als degene die dit schreef.',
    'You are signed in as {person} now. Nothing was recorded: go on as {person}, or sign in again as the one who wrote this.',
  ),
  personaMayNot: problem(
    403,
    'Niet toegestaan',
    'Not allowed',
    '{person} mag dit niet: het is voorbehouden aan {allowed}.',
    '{person} may not do this: it is kept for {allowed}.',
  ),
  otherDomain: problem(
    403,
    'Ander domein',
    'Other domain',
    '{person} mag niets wijzigen in het domein {domain}.',
    '{person} may not change anything in the domain {domain}.',
  ),
  originForeign: problem(
    403,
    'Verzoek van elders',
    'Request from elsewhere',
    'Een schrijfverzoek met een cookie moet van de eigen pagina komen: de kopregel Origin ontbreekt of is een andere dan {expected}.',
    'A write with a cookie has to come from the page itself: the Origin header is missing or other than {expected}.',
  ),
  hostForeign: problem(
    403,
    'Onbekende naam van de dienst',
    'Unknown name of the service',
    'De kopregel Host noemt niet deze dienst ({expected}); zet PUBLIC_URL als zij achter een proxy staat.',
    'The Host header does not name this service ({expected}); set PUBLIC_URL when it stands behind a proxy.',
  ),
});
