import { describe, expect, it } from '@jest/globals';
import { describeProblem, describeWarning } from './describe-problem.js';
import type { Language } from './describe-problem.js';
import type { DiagramProblem, DiagramWarning, ProblemCode, WarningCode } from './xml/problem.js';

const MIB = 1024 * 1024;
/** Of each problem what it names, and words that only its own sentence has. */
const PROBLEMS: Record<ProblemCode, [params: DiagramProblem['params'], nl: RegExp, en: RegExp]> = {
  empty: [{}, /is leeg/, /is empty/],
  tooLarge: [{ limit: 6 * MIB }, /groter dan 6 MiB/, /larger than 6 MiB/],
  json: [{}, /is JSON/, /is JSON/],
  pdf: [{}, /een PDF/, /a PDF/],
  zip: [{}, /zip-bestand/, /zip file/],
  gzip: [{}, /gzip-bestand/, /gzip file/],
  notXml: [{}, /geen XML/, /not XML/],
  unknownEncoding: [{ encoding: 'X' }, /"X" wordt niet ondersteund/, /"X" is not supported/],
  encodingContradiction: [
    { declared: 'X', found: 'Y' },
    /in X te staan, maar de bytes zijn Y/,
    /it is X, but its bytes are Y/,
  ],
  invalidBytes: [{ encoding: 'X' }, /die in X niet bestaan/, /do not exist in X/],
  nulBytes: [{}, /NUL-tekens/, /NUL characters/],
  controlCharacter: [{ character: 'U+0001' }, /stuurteken U\+0001/, /control character U\+0001/],
  doctype: [{}, /een DOCTYPE/, /a DOCTYPE/],
  entity: [{}, /tekenverwijzing/, /character reference/],
  truncated: [{ element: 'a' }, /halverwege op in "a"/, /half way in "a"/],
  mismatchedTag: [{ element: 'a' }, /begintag van "a"/, /start tag of "a"/],
  duplicateAttribute: [{ element: 'a' }, /twee keer op "a"/, /twice on "a"/],
  unboundPrefix: [{ prefix: 'p' }, /voorvoegsel "p"/, /prefix "p"/],
  notWellFormed: [{ detail: 'why' }, /niet welgevormd/, /not well-formed \(why\)/],
  notBpmn: [
    { kind: 'DMN', element: 'a', namespace: 'urn:a' },
    /is DMN en geen BPMN 2\.0: het begint met "a" in naamruimte "urn:a"/,
    /is DMN, not BPMN 2\.0: it begins with "a" in namespace "urn:a"/,
  ],
  fragment: [
    { element: 'a' },
    /fragment van BPMN 2\.0: het begint met "a"/,
    /fragment of BPMN 2\.0: it begins with "a"/,
  ],
  tooDeep: [{ limit: 7 }, /meer dan 7 elementen in elkaar/, /More than 7 elements stand inside/],
  tooManyAttributes: [{ limit: 7 }, /meer dan 7 attributen/, /more than 7 attributes/],
  tooManyParts: [{ limit: 7 }, /meer dan 7 elementen en attributen/, /more than 7 elements and attributes/],
  tooManyFlowNodes: [{ limit: 7 }, /meer dan 7 stappen, gateways/, /more than 7 steps, gateways/],
  tooTangled: [{}, /te veel wegen/, /too many ways/],
};
const WARNINGS: Record<WarningCode, [params: DiagramWarning['params'], nl: RegExp, en: RegExp][]> = {
  missingId: [
    [{ count: 1 }, /^1 stap zonder id/, /^1 step without an id/],
    [{ count: 2 }, /^2 stappen zonder id/, /^2 steps without an id/],
  ],
  duplicateId: [[{ count: 1, first: 'A' }, /bijvoorbeeld "A"/, /for example "A"/]],
  illegalId: [
    [{ count: 1, first: 'A' }, /^Het id "A" is volgens XML ongeldig/, /^The id "A" is invalid in XML/],
    [{ count: 2, first: 'A' }, /^2 id's zijn .* bijvoorbeeld "A"/, /^2 ids are .* for example "A"/],
  ],
  danglingReference: [
    [{ count: 1, first: 'A' }, /^1 verwijzing naar iets .*: "A"\.$/, /^1 reference to something .*: "A"\.$/],
    [
      { count: 2, first: 'A' },
      /^2 verwijzingen .*, bijvoorbeeld "A"\.$/,
      /^2 references .*, for example "A"\.$/,
    ],
  ],
  severalDiagrams: [[{}, /meer dan één tekening/, /more than one drawing/]],
  impossibleCoordinates: [
    [{ count: 1, first: '9e9' }, /1 keer een maat .*: "9e9"\.$/, /1 impossible size or place: "9e9"\.$/],
    [
      { count: 2, first: '9e9' },
      /2 keer een maat .*, bijvoorbeeld "9e9"\.$/,
      /2 impossible sizes or places, for example "9e9"\.$/,
    ],
  ],
  noDrawing: [[{}, /geen tekening/, /no drawing/]],
};
const LANGUAGES: Language[] = ['nl', 'en'];

describe('What is wrong with a file', () => {
  it.each(Object.entries(PROBLEMS))(
    'is told in both languages, with what it names: %s',
    (code, [params, ...words]) => {
      for (const [i, language] of LANGUAGES.entries()) {
        const told = (line?: number) =>
          describeProblem({ code: code as ProblemCode, params, ...(line && { line }) }, language);
        expect(told()).toMatch(words[i]!);
        expect(told()).toMatch(/^[A-Z].*\.$/);
        expect(told(3)).toBe(`${['Regel', 'Line'][i]} 3: ${told()}`);
      }
    },
  );

  it('is told without what is not known', () => {
    const told = (code: ProblemCode, language: Language, params = {}) =>
      describeProblem({ code, params }, language);
    expect(told('truncated', 'nl')).toMatch(/halverwege op\./);
    expect(told('mismatchedTag', 'en')).toMatch(/the start tag\./);
    expect(told('notWellFormed', 'en')).toMatch(/not well-formed\./);
    expect(told('notBpmn', 'nl', { kind: '' })).toMatch(/^Dit is andere XML en/);
    expect(told('notBpmn', 'en', { kind: '' })).toMatch(/^This is other XML, not/);
  });
});

describe('What is unusual about a file', () => {
  it.each(Object.entries(WARNINGS))('is told in both languages, one as one: %s', (code, cases) => {
    for (const [params, ...words] of cases) {
      for (const [i, language] of LANGUAGES.entries()) {
        const warning = { code: code as WarningCode, params };
        expect(describeWarning(warning, language)).toMatch(words[i]!);
        expect(describeWarning({ ...warning, line: 3 }, language)).toBe(
          `${['Regel', 'Line'][i]} 3: ${describeWarning(warning, language)}`,
        );
      }
    }
  });
});
