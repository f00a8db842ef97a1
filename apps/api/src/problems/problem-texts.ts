/** One sentence in the two languages of the service. */
export interface Texts { nl: string; en: string }

export interface ProblemText {
  status: number;
  title: Texts;
  /** `{name}` stands for a parameter. Says what is the matter with what, and what to do. */
  detail: Texts;
}

const problem = (status: number, titleNl: string, titleEn: string, nl: string, en: string): ProblemText =>
  ({ status, title: { nl: titleNl, en: titleEn }, detail: { nl, en } });

/** Every problem the service answers with; its code in kebab-case ends the `type` (RFC 9457). */
export const PROBLEMS = {
  // what was sent
  inputInvalid: problem(400, 'Invoer klopt niet', 'Invalid input', 'De invoer klopt niet: zie de velden onder “errors”.', 'The input is not right: see the fields under “errors”.'),
  jsonInvalid: problem(400, 'Geen geldige JSON', 'Not valid JSON', 'De inhoud is geen geldige JSON: verbeter haar en stuur haar opnieuw.', 'The body is not valid JSON: mend it and send it again.'),
  jsonEncodingWrong: problem(400, 'Verkeerde tekencodering', 'Wrong encoding', 'De inhoud is geen UTF-8: sla haar zo op en stuur haar opnieuw.', 'The body is not UTF-8: encode it that way and send it again.'),
  bodyTooMuch: problem(400, 'Te veel in één keer', 'Too much at once', 'De inhoud heeft meer dan {values} waarden, of meer dan {depth} lagen: stuur minder in één keer.', 'The body has more than {values} values, or more than {depth} layers: send less at once.'),
  urlInvalid: problem(400, 'Adres klopt niet', 'Invalid address', 'Het adres bevat tekens die niet goed gecodeerd zijn: codeer ze als UTF-8 met procenttekens.', 'The address holds characters that are not encoded properly: percent-encode them as UTF-8.'),
  requestInvalid: problem(400, 'Verzoek klopt niet', 'Invalid request', 'Het verzoek kan niet gelezen worden.', 'The request cannot be read.'),
  diagramRefused: problem(400, 'Diagram geweigerd', 'Diagram refused', 'Het bestand is niet opgeslagen: {reason}', 'The file was not saved: {reason}'),
  urlTooLong: problem(414, 'Adres te lang', 'Address too long', 'Een deel van het adres is te lang.', 'A part of the address is too long.'),
  headersTooLarge: problem(431, 'Kopregels te groot', 'Header fields too large', 'De kopregels van het verzoek zijn samen te groot.', 'The header fields of the request are too large together.'),
  bodyTooLarge: problem(413, 'Te groot', 'Too large', 'Wat u stuurt is groter dan deze dienst aanneemt: een diagram mag {diagram} MiB zijn, andere invoer {json} KiB.', 'What you send is larger than this service takes: a diagram may have {diagram} MiB, other input {json} KiB.'),
  diagramTooLarge: problem(413, 'Diagram te groot', 'Diagram too large', 'Het diagram is ook na comprimeren groter dan {limit} KiB: haal ingebedde afbeeldingen weg of splits het proces.', 'Even compressed the diagram is larger than {limit} KiB: remove embedded pictures or split the process.'),
  mediaTypeUnsupported: problem(415, 'Soort inhoud niet ondersteund', 'Unsupported media type', 'Deze soort inhoud wordt hier niet aangenomen; stuur {expected}.', 'This kind of content is not taken here; send {expected}.'),
  encodingUnsupported: problem(415, 'Codering niet ondersteund', 'Unsupported content encoding', 'Gecomprimeerde inhoud ({encoding}) wordt niet aangenomen: stuur haar zonder Content-Encoding.', 'Compressed content ({encoding}) is not taken: send it without Content-Encoding.'),
  // who asks
  notSignedIn: problem(401, 'Niet aangemeld', 'Not signed in', 'Meld u eerst aan: deze dienst toont en doet niets voor wie niet zegt wie hij is.', 'Sign in first: this service shows and does nothing for those who do not say who they are.'),
  bearerUnknown: problem(401, 'Onbekend token', 'Unknown token', 'Het token hoort bij niemand; in de demonstratie is het “demo:” en de id van een persoon uit de lijst.', 'The token belongs to nobody; in the demonstration it is “demo:” and the id of a person on the list.'),
  personaMayNot: problem(403, 'Niet toegestaan', 'Not allowed', '{person} mag dit niet: het is voorbehouden aan {allowed}.', '{person} may not do this: it is kept for {allowed}.'),
  otherDomain: problem(403, 'Ander domein', 'Other domain', '{person} mag niets wijzigen in het domein {domain}.', '{person} may not change anything in the domain {domain}.'),
  otherOwner: problem(403, 'Andere procesverantwoordelijke', 'Other process owner', 'Van “{name}” is een ander de procesverantwoordelijke; {person} mag er daarom niets aan wijzigen.', 'Somebody else owns “{name}”, so {person} may not change anything about it.'),
  originForeign: problem(403, 'Verzoek van elders', 'Request from elsewhere', 'Een schrijfverzoek met een cookie moet van de eigen pagina komen: de kopregel Origin ontbreekt of is een andere dan {expected}.', 'A write with a cookie has to come from the page itself: the Origin header is missing or other than {expected}.'),
  hostForeign: problem(403, 'Onbekende naam van de dienst', 'Unknown name of the service', 'De kopregel Host noemt niet deze dienst ({expected}); zet PUBLIC_URL als zij achter een proxy staat.', 'The Host header does not name this service ({expected}); set PUBLIC_URL when it stands behind a proxy.'),
  // what is asked for
  routeUnknown: problem(404, 'Niet gevonden', 'Not found', 'Op dit adres is niets: {path}.', 'There is nothing at this address: {path}.'),
  methodNotAllowed: problem(405, 'Methode niet toegestaan', 'Method not allowed', '{method} kan hier niet; wel: {methods}.', '{method} does not work here; these do: {methods}.'),
  notAcceptable: problem(406, 'Antwoord niet in deze vorm', 'Not acceptable', 'Dit antwoord is er niet in de gevraagde vorm, maar wel als {available}.', 'This answer does not come in the form asked for, but as {available}.'),
  processUnknown: problem(404, 'Proces niet gevonden', 'Process not found', 'Er is geen proces met id “{process}”.', 'There is no process with id “{process}”.'),
  versionUnknown: problem(404, 'Versie niet gevonden', 'Version not found', '“{name}” heeft geen versie {asked}; de nieuwste is {version}.', '“{name}” has no version {asked}; the newest is {version}.'),
  versionNotYet: problem(404, 'Nog geen versie', 'No version yet', '“{name}” had op {moment} nog geen versie; de eerste is van {first}.', '“{name}” had no version yet at {moment}; its first is of {first}.'),
  milestoneUnknown: problem(404, 'Vastgestelde versie niet gevonden', 'Milestone not found', '“{name}” heeft geen vastgestelde versie met de naam “{milestone}”.', '“{name}” has no milestone named “{milestone}”.'),
  diagramAbsent: problem(404, 'Nog geen diagram', 'No diagram yet', '“{name}” heeft in versie {version} nog geen diagram.', '“{name}” has no diagram yet in version {version}.'),
  drawingAbsent: problem(404, 'Geen tekening', 'No drawing', 'Het diagram van “{name}” (versie {version}) heeft geen tekening: open het in de editor, leg de vormen neer en sla het op.', 'The diagram of “{name}” (version {version}) has no drawing: open it in the editor, lay out its shapes and save it.'),
  stepUnknown: problem(404, 'Stap niet gevonden', 'Step not found', '“{element}” is geen stap van het diagram van “{name}” (versie {version}).', '“{element}” is no step of the diagram of “{name}” (version {version}).'),
  flowUnknown: problem(404, 'Stroom niet gevonden', 'Flow not found', '“{flow}” is geen stroom naar een stap in het diagram van “{name}” (versie {version}).', '“{flow}” is no flow into a step in the diagram of “{name}” (version {version}).'),
  // what stands already
  processExists: problem(409, 'Proces bestaat al', 'Process exists already', 'Er is al een proces met id “{process}”.', 'There is a process with id “{process}” already.'),
  processRetired: problem(409, 'Proces is vervallen', 'Process is retired', '“{name}” is vervallen: het is nog te bekijken, maar er wordt niets meer over besloten.', '“{name}” is retired: it can still be looked at, but nothing is decided about it any more.'),
  stepUndecidable: problem(409, 'Stap zonder eigen id', 'Step without an id of its own', 'De id “{element}” komt in het diagram van “{name}” meer dan eens voor of is geen geldige id: geef de stap een eigen id en sla het diagram op.', 'The id “{element}” occurs more than once in the diagram of “{name}” or is no proper id: give the step an id of its own and save the diagram.'),
  flowUndecidable: problem(409, 'Stroom zonder eigen id', 'Flow without an id of its own', 'De id “{flow}” komt in het diagram van “{name}” meer dan eens voor of is geen geldige id: geef de stroom een eigen id en sla het diagram op.', 'The id “{flow}” occurs more than once in the diagram of “{name}” or is no proper id: give the flow an id of its own and save the diagram.'),
  flowNoHandover: problem(409, 'Geen overdrachtsmoment', 'No hand-over', 'De stroom “{flow}” gaat in “{name}” (versie {version}) niet over de knip; er valt niets over te dragen.', 'The flow “{flow}” does not cross the knip in “{name}” (version {version}); there is nothing to hand over.'),
  boundToOtherSide: problem(409, 'Wettelijk gebonden', 'Bound by law', 'De stap “{element}” is wettelijk gebonden aan {side} ({source}). Hef eerst de binding op, met een reden.', 'The step “{element}” is bound by law to {side} ({source}). Lift the binding first, with a reason.'),
  knipAgainstBinding: problem(409, 'Knip staat in de weg', 'A knip stands against it', 'Voor de stap “{element}” staat een knip naar {side}: trek die eerst in, of besluit anders.', 'A knip puts the step “{element}” on {side}: withdraw it first, or decide otherwise.'),
  knipAbsent: problem(409, 'Geen knip', 'No knip', 'Voor de stap “{element}” staat geen knip die ingetrokken kan worden.', 'There is no knip on the step “{element}” that could be withdrawn.'),
  bindingAbsent: problem(409, 'Geen binding', 'No binding', 'De stap “{element}” heeft geen binding die opgeheven kan worden.', 'The step “{element}” has no binding that could be lifted.'),
  milestoneTaken: problem(409, 'Naam is vergeven', 'Name is taken', 'De naam “{milestone}” staat al bij versie {version}: kies een andere.', 'The name “{milestone}” stands for version {version} already: choose another.'),
  mergeConflicts: problem(409, 'Wijzigingen botsen', 'Changes clash', 'Van uw wijzigingen aan “{name}” kunnen er {count} niet samen met wat tot en met versie {version} is opgeslagen; er is niets opgeslagen. Kies per botsing onder “conflicts” en stuur de keuzes mee.', 'Of your changes to “{name}” {count} cannot go together with what was saved up to version {version}; nothing was stored. Choose for each under “conflicts” and send the choices along.'),
  mergeChoicesOutdated: problem(409, 'Keuzes zijn verouderd', 'Choices are outdated', 'Een keuze past bij geen botsing meer, want “{name}” is intussen opnieuw opgeslagen (versie {version}); er is niets opgeslagen. Kies opnieuw onder “conflicts”; staat daar niets, stuur het dan zonder keuzes.', 'A choice fits no clash any more, since “{name}” was saved again in between (version {version}); nothing was stored. Choose anew under “conflicts”; when nothing stands there, send it without choices.'),
  keyReused: problem(409, 'Idempotency-Key is gebruikt', 'Idempotency-Key was used', 'Deze Idempotency-Key is al gebruikt voor een ander verzoek: neem een nieuwe.', 'This Idempotency-Key was used for another request already: take a new one.'),
  // what was seen
  seenMissing: problem(428, 'If-Match ontbreekt', 'If-Match is missing', 'Zeg met If-Match welke versie van “{name}” u gezien hebt; de nieuwste is "{version}".', 'Say with If-Match which version of “{name}” you have seen; the newest is "{version}".'),
  seenStale: problem(412, 'Intussen gewijzigd', 'Changed in between', '{resource} van “{name}” is gewijzigd in versie {changed}, na de versie {seen} die u zag: kijk wat er gewijzigd is en probeer het opnieuw.', '{resource} of “{name}” was changed in version {changed}, after the version {seen} you saw: look at what changed and try again.'),
  seenUnknown: problem(412, 'Versie bestaat niet', 'No such version', 'If-Match noemt geen versie die er is; de nieuwste van “{name}” is "{version}".', 'If-Match names no version that exists; the newest of “{name}” is "{version}".'),
  // rules of the domain that a form checks as well
  bindingEmpty: problem(400, 'Binding zonder inhoud', 'Binding without content', 'Een binding van “{element}” legt een kant vast (side), of wie het mag doen (by).', 'A binding of “{element}” fixes a side, or who may do it (by).'),
  milestoneNameReserved: problem(400, 'Naam kan niet', 'Name cannot be used', '“{milestone}” kan geen naam van een vastgestelde versie zijn: geen getal of moment, en niet beginnend met proposal: of pilot:.', '“{milestone}” cannot be the name of a milestone: no number or moment, and not beginning with proposal: or pilot:.'),
  textInvalid: problem(400, 'Tekst klopt niet', 'Invalid text', '“{field}” moet tekst hebben van hoogstens {limit} tekens.', '“{field}” needs text of at most {limit} characters.'),
  channelsInvalid: problem(400, 'Kanalen kloppen niet', 'Invalid channels', 'Noem minstens één kanaal en elk hoogstens eenmaal.', 'Name at least one channel, and each at most once.'),
  tooMany: problem(400, 'Te veel', 'Too many', '“{field}” mag hoogstens {limit} onderdelen hebben.', '“{field}” may have at most {limit} entries.'),
  // what the service cannot do now
  processParked: problem(503, 'Proces is verouderd', 'Process is stale', 'Over “{process}” wordt nu niets vastgelegd: gebeurtenis {version} kon niet gelezen worden ({reason}). Waarschuw de beheerder.', 'Nothing is recorded about “{process}” now: event {version} could not be read ({reason}). Tell the administrator.'),
  notCaughtUp: problem(503, 'Nog niet zover', 'Not there yet', 'Deze dienst heeft nog niet alles gelezen wat u zag; probeer het zo opnieuw.', 'This service has not read all that you saw yet; try again in a moment.'),
  busy: problem(503, 'Te druk', 'Too busy', 'Te veel mensen besluiten tegelijk over dit proces; probeer het zo opnieuw.', 'Too many people decide about this process at once; try again in a moment.'),
  logUnreachable: problem(503, 'Logboek niet bereikbaar', 'Log cannot be reached', 'De server waarop alles wordt vastgelegd, antwoordt niet. Probeer het zo opnieuw: met dezelfde Idempotency-Key wordt niets dubbel vastgelegd.', 'The server on which everything is recorded does not answer. Try again in a moment: with the same Idempotency-Key nothing is recorded twice.'),
  logFull: problem(507, 'Schijf is vol', 'Disk is full', 'Er is geen ruimte meer op de schijf; er is niets vastgelegd. Waarschuw de beheerder.', 'There is no room left on the disk; nothing was recorded. Tell the administrator.'),
  internal: problem(500, 'Fout in de dienst', 'Error in the service', 'Er ging iets mis in de dienst zelf. Probeer het later opnieuw of waarschuw de beheerder.', 'Something went wrong in the service itself. Try again later or tell the administrator.'),
} satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof PROBLEMS;
