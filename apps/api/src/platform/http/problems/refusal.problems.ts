import type { SeenRefusal, TextRefusal } from '#domain';
import { problem, problemKinds } from './problem-kind.js';

/** A sentence for every refusal that all aggregates share: one that is missing does not compile. */
export const SHARED_REFUSALS = problemKinds<(SeenRefusal | TextRefusal)['code']>({
  seenMissing: problem(
    428,
    'If-Match ontbreekt',
    'If-Match is missing',
    'Zeg met If-Match welke versie van “{name}” u gezien hebt; de nieuwste is "{version}".',
    'Say with If-Match which version of “{name}” you have seen; the newest is "{version}".',
  ),
  seenStale: problem(
    412,
    'Intussen gewijzigd',
    'Changed in between',
    '{resource} van “{name}” is gewijzigd in versie {changed}, na de versie {seen} die u zag: kijk wat er gewijzigd is en probeer het opnieuw.',
    '{resource} of “{name}” was changed in version {changed}, after the version {seen} you saw: look at what changed and try again.',
  ),
  seenUnknown: problem(
    412,
    'Versie bestaat niet',
    'No such version',
    'If-Match noemt geen versie die er is; de nieuwste van “{name}” is "{version}".',
    'If-Match names no version that exists; the newest of “{name}” is "{version}".',
  ),
  textInvalid: problem(
    400,
    'Tekst klopt niet',
    'Invalid text',
    '“{field}” moet tekst hebben van hoogstens {limit} tekens.',
    '“{field}” needs text of at most {limit} characters.',
  ),
  tooMany: problem(
    400,
    'Te veel',
    'Too many',
    '“{field}” mag hoogstens {limit} onderdelen hebben.',
    '“{field}” may have at most {limit} entries.',
  ),
});
