import { problem, problemKinds } from './problem-kind.js';

/**
 * What any request can meet: input that is not right, an address without a route, a service that is not
 * ready.
 */
export const HTTP_PROBLEMS = problemKinds({
  inputInvalid: problem(
    400,
    'Invoer klopt niet',
    'Invalid input',
    'De invoer klopt niet: zie de velden onder “errors”.',
    'The input is not right: see the fields under “errors”.',
  ),
  jsonInvalid: problem(
    400,
    'Geen geldige JSON',
    'Not valid JSON',
    'De inhoud is geen geldige JSON: verbeter haar en stuur haar opnieuw.',
    'The body is not valid JSON: mend it and send it again.',
  ),
  jsonEncodingWrong: problem(
    400,
    'Verkeerde tekencodering',
    'Wrong encoding',
    'De inhoud is geen UTF-8: sla haar zo op en stuur haar opnieuw.',
    'The body is not UTF-8: encode it that way and send it again.',
  ),
  bodyTooMuch: problem(
    400,
    'Te veel in één keer',
    'Too much at once',
    'De inhoud heeft meer dan {values} waarden, of meer dan {depth} lagen: stuur minder in één keer.',
    'The body has more than {values} values, or more than {depth} layers: send less at once.',
  ),
  urlInvalid: problem(
    400,
    'Adres klopt niet',
    'Invalid address',
    'Het adres bevat tekens die niet goed gecodeerd zijn: codeer ze als UTF-8 met procenttekens.',
    'The address holds characters that are not encoded properly: percent-encode them as UTF-8.',
  ),
  requestInvalid: problem(
    400,
    'Verzoek klopt niet',
    'Invalid request',
    'Het verzoek kan niet gelezen worden.',
    'The request cannot be read.',
  ),
  urlTooLong: problem(
    414,
    'Adres te lang',
    'Address too long',
    'Een deel van het adres is te lang.',
    'A part of the address is too long.',
  ),
  headersTooLarge: problem(
    431,
    'Kopregels te groot',
    'Header fields too large',
    'De kopregels van het verzoek zijn samen te groot.',
    'The header fields of the request are too large together.',
  ),
  bodyTooLarge: problem(
    413,
    'Te groot',
    'Too large',
    'Wat u stuurt is groter dan deze dienst aanneemt: {limits}andere invoer mag {json} KiB zijn.',
    'What you send is larger than this service takes: {limits}other input may have {json} KiB.',
  ),
  mediaTypeUnsupported: problem(
    415,
    'Soort inhoud niet ondersteund',
    'Unsupported media type',
    'Deze soort inhoud wordt hier niet aangenomen; stuur {expected}.',
    'This kind of content is not taken here; send {expected}.',
  ),
  encodingUnsupported: problem(
    415,
    'Codering niet ondersteund',
    'Unsupported content encoding',
    'Gecomprimeerde inhoud ({encoding}) wordt niet aangenomen: stuur haar zonder Content-Encoding.',
    'Compressed content ({encoding}) is not taken: send it without Content-Encoding.',
  ),
  routeUnknown: problem(
    404,
    'Niet gevonden',
    'Not found',
    'Op dit adres is niets: {path}.',
    'There is nothing at this address: {path}.',
  ),
  methodNotAllowed: problem(
    405,
    'Methode niet toegestaan',
    'Method not allowed',
    '{method} kan hier niet; wel: {methods}.',
    '{method} does not work here; these do: {methods}.',
  ),
  notAcceptable: problem(
    406,
    'Antwoord niet in deze vorm',
    'Not acceptable',
    'Dit antwoord is er niet in de gevraagde vorm, maar wel als {available}.',
    'This answer does not come in the form asked for, but as {available}.',
  ),
  notCaughtUp: problem(
    503,
    'Nog niet zover',
    'Not there yet',
    'Deze dienst heeft nog niet alles gelezen wat u zag; probeer het zo opnieuw.',
    'This service has not read all that you saw yet; try again in a moment.',
  ),
  stopping: problem(
    503,
    'Dienst stopt',
    'Service stops',
    'Deze dienst stopt en neemt niets nieuws meer aan. Er is niets vastgelegd; probeer het zo opnieuw.',
    'This service stops and takes nothing new. Nothing was recorded; try again in a moment.',
  ),
  internal: problem(
    500,
    'Fout in de dienst',
    'Error in the service',
    'Er ging iets mis in de dienst zelf. Probeer het later opnieuw of waarschuw de beheerder.',
    'Something went wrong in the service itself. Try again later or tell the administrator.',
  ),
});
