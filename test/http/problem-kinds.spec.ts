import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { ProblemKind } from '../../apps/api/src/platform/http/problems/problem-kind.js';

/** Clients go by the status and the type, and people know a problem by its title: none changes unnoticed. */
const PROBLEMS = `
400 answerTooLarge | Antwoord te groot | Answer too large
401 bearerUnknown | Onbekend token | Unknown token
409 bindingAbsent | Geen binding | No binding
400 bindingEmpty | Binding zonder inhoud | Binding without content
413 bodyTooLarge | Te groot | Too large
413 bodyTooLargeHere | Te groot | Too large
400 bodyTooMuch | Te veel in één keer | Too much at once
408 bodyTooSlow | Te langzaam | Too slow
409 boundToOtherSide | Wettelijk gebonden | Bound by law
503 busy | Te druk | Too busy
400 channelsInvalid | Kanalen kloppen niet | Invalid channels
404 diagramAbsent | Nog geen diagram | No diagram yet
400 diagramRefused | Diagram geweigerd | Diagram refused
413 diagramTooLarge | Diagram te groot | Diagram too large
404 drawingAbsent | Geen tekening | No drawing
415 encodingUnsupported | Codering niet ondersteund | Unsupported content encoding
409 flowNoHandover | Geen overdrachtsmoment | No hand-over
409 flowUndecidable | Stroom zonder eigen id | Flow without an id of its own
404 flowUnknown | Stroom niet gevonden | Flow not found
408 headTooSlow | Te langzaam | Too slow
431 headersTooLarge | Kopregels te groot | Header fields too large
403 hostForeign | Onbekende naam van de dienst | Unknown name of the service
409 idsChangedHands | Id’s staan op andere elementen | Ids changed hands
400 inputInvalid | Invoer klopt niet | Invalid input
500 internal | Fout in de dienst | Error in the service
400 jsonEncodingWrong | Verkeerde tekencodering | Wrong encoding
400 jsonInvalid | Geen geldige JSON | Not valid JSON
409 keyReused | Idempotency-Key is gebruikt | Idempotency-Key was used
409 knipAbsent | Geen knip | No knip
409 knipAgainstBinding | Knip staat in de weg | A knip stands against it
507 logFull | Schijf is vol | Disk is full
503 logUnreachable | Logboek niet bereikbaar | Log cannot be reached
415 mediaTypeUnsupported | Soort inhoud niet ondersteund | Unsupported media type
409 mergeChoicesOutdated | Keuzes zijn verouderd | Choices are outdated
409 mergeConflicts | Wijzigingen botsen | Changes clash
409 mergeTooManyConflicts | Te veel botsingen | Too many conflicts
405 methodNotAllowed | Methode niet toegestaan | Method not allowed
400 milestoneNameReserved | Naam kan niet | Name cannot be used
409 milestoneTaken | Naam is vergeven | Name is taken
404 milestoneUnknown | Vastgestelde versie niet gevonden | Milestone not found
503 nobodyWaits | Afgebroken | Broken off
406 notAcceptable | Antwoord niet in deze vorm | Not acceptable
503 notCaughtUp | Nog niet zover | Not there yet
401 notSignedIn | Niet aangemeld | Not signed in
403 originForeign | Verzoek van elders | Request from elsewhere
403 otherDomain | Ander domein | Other domain
403 otherOwner | Andere procesverantwoordelijke | Other process owner
409 otherPerson | U bent nu iemand anders | You are somebody else now
403 personaMayNot | Niet toegestaan | Not allowed
409 processExists | Proces bestaat al | Process exists already
503 processForeign | Gebeurtenis van een ander programma | Event of another program
503 processParked | Proces is verouderd | Process is stale
409 processRetired | Proces is vervallen | Process is retired
404 processUnknown | Proces niet gevonden | Process not found
400 requestInvalid | Verzoek klopt niet | Invalid request
404 routeUnknown | Niet gevonden | Not found
428 seenMissing | If-Match ontbreekt | If-Match is missing
412 seenStale | Intussen gewijzigd | Changed in between
412 seenUnknown | Versie bestaat niet | No such version
409 stepUndecidable | Stap zonder eigen id | Step without an id of its own
404 stepUnknown | Stap niet gevonden | Step not found
503 stopping | Dienst stopt | Service stops
400 textInvalid | Tekst klopt niet | Invalid text
400 tooMany | Te veel | Too many
503 tooManyBodies | Te druk | Too busy
429 tooManyBodiesOfPerson | Te veel tegelijk | Too much at once
503 tooManyConnections | Te druk | Too busy
429 tooManyRequests | Te veel verzoeken | Too many requests
503 tooManyStreams | Te druk | Too busy
429 tooManyStreamsOfPerson | Te veel tegelijk | Too much at once
409 tooMuchAtOnce | Te veel in één keer | Too much at once
503 tooMuchWork | Te druk | Too busy
429 tooMuchWorkOfPerson | Te veel tegelijk | Too many at once
400 urlInvalid | Adres klopt niet | Invalid address
414 urlTooLong | Adres te lang | Address too long
404 versionNotYet | Nog geen versie | No version yet
404 versionUnknown | Versie niet gevonden | Version not found
400 workTooLarge | Diagram te zwaar | Diagram too heavy
`.trim();

const SOURCES = new URL('../../apps/api/src/', import.meta.url);
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.problems.ts'),
);
const modules = await Promise.all(
  files.map(async (file) => (await import(new URL(file, SOURCES).pathname)) as Record<string, unknown>),
);
const kinds = modules
  .flatMap((module) => Object.values(module))
  .filter((value) => typeof value === 'object' && value !== null)
  .flatMap((group) => Object.values(group) as ProblemKind[])
  .filter((kind) => 'status' in kind);

it('Every problem keeps its status and its title in either language', () => {
  const lines = kinds.map(({ status, code, title }) => `${status} ${code} | ${title.nl} | ${title.en}`);
  const byCode = (line: string) => line.split(' ')[1]!;
  expect(lines.toSorted((one, other) => (byCode(one) < byCode(other) ? -1 : 1)).join('\n')).toBe(PROBLEMS);
});

/** Words that only one of the two languages has. */
const WORDS = {
  nl: /\b(de|het|een|niet|van|deze|wordt|zijn|hoogstens|geen|naar|voor|bij|worden|u|mag|wel|dit|er)\b/i,
  en: /\b(the|not|this|with|and|it|its|you|there|which|has|to|are|by|at|may|must|for)\b/i,
};

it.each(kinds.map(({ code, detail }) => [code, detail] as const))(
  'No sentence stands under the other language: %s',
  (_, { nl, en }) => {
    const plain = (text: string) => text.replaceAll(/\{\w+\}|“[^”]*”|\([^)]*\)/g, '');
    expect({ nl: WORDS.nl.test(plain(nl)), en: WORDS.en.test(plain(en)) }).toEqual({ nl: true, en: true });
    expect({ nl: WORDS.en.test(plain(nl)), en: WORDS.nl.test(plain(en)) }).toEqual({ nl: false, en: false });
  },
);
