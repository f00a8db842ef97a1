import { fieldKinds } from './problem-kind.js';

/** What can be wrong with a field of any input. */
export const FIELDS = fieldKinds({
  text: { nl: 'moet tekst hebben van 1 tot {max} tekens', en: 'must be text of 1 to {max} characters' },
  name: {
    nl: 'moet één regel tekst van 1 tot {max} tekens zijn',
    en: 'must be one line of text of 1 to {max} characters',
  },
  oneOf: { nl: 'moet een van deze zijn: {values}', en: 'must be one of: {values}' },
  list: {
    nl: 'moet een lijst van hoogstens {max} objecten zijn',
    en: 'must be a list of at most {max} objects',
  },
  textList: {
    nl: 'moet een lijst zijn van hoogstens {max} teksten van 1 tot {length} tekens',
    en: 'must be a list of at most {max} texts of 1 to {length} characters',
  },
  object: { nl: 'moet een object met velden zijn', en: 'must be an object with fields' },
  wholeNumber: {
    nl: 'moet een geheel getal van {min} tot {max} zijn',
    en: 'must be a whole number from {min} to {max}',
  },
  moment: {
    nl: 'moet een moment volgens RFC 3339 zijn, met Z of een afstand tot UTC',
    en: 'must be a moment as in RFC 3339, with Z or an offset',
  },
  knownPerson: { nl: 'noemt niemand die hier bekend is', en: 'names nobody who is known here' },
  actingAs: {
    nl: 'ontbreekt: zet er de id in van de persoon als wie u schrijft',
    en: 'is missing: put the id of the person in it as whom you write',
  },
  unknownField: { nl: 'wordt hier niet gekend: laat het weg', en: 'is not known here: leave it out' },
  onlyOne: { nl: 'kan niet samen met {other}', en: 'cannot go together with {other}' },
  entityTag: {
    nl: 'moet een versie tussen aanhalingstekens zijn, zoals "12"',
    en: 'must be a version in double quotes, such as "12"',
  },
  key: {
    nl: 'moet 1 tot {max} zichtbare ASCII-tekens hebben',
    en: 'must have 1 to {max} visible ASCII characters',
  },
  percentEncoded: { nl: 'moet UTF-8 met procentcodering zijn', en: 'must be percent-encoded UTF-8' },
  pageMark: {
    nl: 'moet de waarde van “next” uit een vorig antwoord zijn',
    en: 'must be the value of “next” from an earlier answer',
  },
  base64: {
    nl: 'moet base64 zijn (RFC 4648, met opvulling en zonder regeleinden)',
    en: 'must be base64 (RFC 4648, padded, without line breaks)',
  },
  position: { nl: 'is geen positie in dit logboek', en: 'is no position of this log' },
});
