import type { DiagramProblem, DiagramWarning, ProblemCode, WarningCode } from './xml/problem.js';

export type Language = 'nl' | 'en';
type Params = Record<string, string | number>;
type Wording = (params: Params) => string;

const mebibytes = (bytes: string | number | undefined) => Math.round(Number(bytes) / 1024 / 1024);
const inElement = (element: string | number | undefined, words: string) =>
  element ? ` ${words} "${element}"` : '';

const counted = (count: string | number | undefined, one: string, several: string) =>
  `${count} ${Number(count) === 1 ? one : several}`;
/** The first of several, or the only one. */
const example = ({ count, first }: Params, words: string) =>
  Number(count) === 1 ? `: "${first}"` : `, ${words} "${first}"`;

/** What is wrong, and what to do about it. */
const PROBLEMS: Record<ProblemCode, Record<Language, Wording>> = {
  empty: {
    nl: () => 'Het bestand is leeg. Kies een BPMN-bestand met inhoud.',
    en: () => 'The file is empty. Choose a BPMN file with content.',
  },
  tooLarge: {
    nl: (p) =>
      `Het bestand is groter dan ${mebibytes(p.limit)} MiB. Splits het proces op of haal ingesloten afbeeldingen eruit.`,
    en: (p) =>
      `The file is larger than ${mebibytes(p.limit)} MiB. Split the process or take embedded pictures out.`,
  },
  json: {
    nl: () => 'Dit is JSON en geen BPMN. Exporteer het proces als BPMN 2.0 (XML).',
    en: () => 'This is JSON, not BPMN. Export the process as BPMN 2.0 (XML).',
  },
  pdf: {
    nl: () => 'Dit is een PDF en geen BPMN. Exporteer het proces als BPMN 2.0 (XML).',
    en: () => 'This is a PDF, not BPMN. Export the process as BPMN 2.0 (XML).',
  },
  zip: {
    nl: () =>
      'Dit is een zip-bestand (zoals Word of Visio het maakt) en geen BPMN. Pak het uit of exporteer het proces als BPMN 2.0 (XML).',
    en: () =>
      'This is a zip file (as Word or Visio writes it), not BPMN. Unpack it or export the process as BPMN 2.0 (XML).',
  },
  gzip: {
    nl: () => 'Dit is een gzip-bestand en geen BPMN. Pak het eerst uit.',
    en: () => 'This is a gzip file, not BPMN. Unpack it first.',
  },
  notXml: {
    nl: () => 'Dit is geen XML en dus geen BPMN. Exporteer het proces als BPMN 2.0 (XML).',
    en: () => 'This is not XML and so not BPMN. Export the process as BPMN 2.0 (XML).',
  },
  unknownEncoding: {
    nl: (p) => `De tekencodering "${p.encoding}" wordt niet ondersteund. Sla het bestand op als UTF-8.`,
    en: (p) => `The character encoding "${p.encoding}" is not supported. Save the file as UTF-8.`,
  },
  encodingContradiction: {
    nl: (p) =>
      `Het bestand zegt in ${p.declared} te staan, maar de bytes zijn ${p.found}. Pas de eerste regel aan of sla het bestand opnieuw op als UTF-8.`,
    en: (p) =>
      `The file says that it is ${p.declared}, but its bytes are ${p.found}. Correct the first line or save the file again as UTF-8.`,
  },
  invalidBytes: {
    nl: (p) => `Het bestand bevat tekens die in ${p.encoding} niet bestaan. Sla het opnieuw op als UTF-8.`,
    en: (p) => `The file has characters that do not exist in ${p.encoding}. Save it again as UTF-8.`,
  },
  nulBytes: {
    nl: () => 'Het bestand bevat NUL-tekens en is beschadigd. Exporteer het opnieuw.',
    en: () => 'The file has NUL characters and is damaged. Export it again.',
  },
  controlCharacter: {
    nl: (p) =>
      `Het bestand bevat het stuurteken ${p.character}, dat in XML niet mag. Haal het weg of exporteer opnieuw.`,
    en: (p) =>
      `The file has the control character ${p.character}, which XML does not allow. Remove it or export again.`,
  },
  doctype: {
    nl: () =>
      'Het bestand heeft een DOCTYPE. Om veiligheidsredenen wordt dat niet aangenomen; verwijder die regel.',
    en: () => 'The file has a DOCTYPE. For safety that is not accepted; remove it.',
  },
  entity: {
    nl: () =>
      'Het bestand gebruikt een onbekende of ongeldige tekenverwijzing (&…;). Zet het teken zelf neer.',
    en: () => 'The file uses an unknown or invalid character reference (&…;). Write the character itself.',
  },
  truncated: {
    nl: (p) =>
      `Het bestand houdt halverwege op${inElement(p.element, 'in')}. Exporteer of verstuur het opnieuw.`,
    en: (p) => `The file breaks off half way${inElement(p.element, 'in')}. Export or send it again.`,
  },
  mismatchedTag: {
    nl: (p) =>
      `De XML klopt niet: een eindtag hoort niet bij de begintag${inElement(p.element, 'van')}. Exporteer het opnieuw.`,
    en: (p) =>
      `The XML is not right: an end tag does not match the start tag${inElement(p.element, 'of')}. Export it again.`,
  },
  duplicateAttribute: {
    nl: (p) =>
      `De XML klopt niet: hetzelfde attribuut staat twee keer${inElement(p.element, 'op')}. Haal er één weg.`,
    en: (p) =>
      `The XML is not right: the same attribute stands twice${inElement(p.element, 'on')}. Remove one.`,
  },
  unboundPrefix: {
    nl: (p) =>
      `Het voorvoegsel "${p.prefix}" hoort bij geen of een verkeerde naamruimte (xmlns). Exporteer het opnieuw.`,
    en: (p) => `The prefix "${p.prefix}" belongs to no namespace or a wrong one (xmlns). Export it again.`,
  },
  notWellFormed: {
    // The parser tells the detail in English alone.
    nl: () => 'De XML is niet welgevormd. Exporteer het opnieuw.',
    en: (p) => `The XML is not well-formed${p.detail ? ` (${p.detail})` : ''}. Export it again.`,
  },
  notBpmn: {
    nl: (p) =>
      `Dit is ${p.kind || 'andere XML'} en geen BPMN 2.0: het begint met "${p.element}" in naamruimte "${p.namespace}". Exporteer het proces als BPMN 2.0.`,
    en: (p) =>
      `This is ${p.kind || 'other XML'}, not BPMN 2.0: it begins with "${p.element}" in namespace "${p.namespace}". Export the process as BPMN 2.0.`,
  },
  fragment: {
    nl: (p) =>
      `Dit is een fragment van BPMN 2.0: het begint met "${p.element}", en "definitions" eromheen ontbreekt. Exporteer het hele diagram als BPMN 2.0.`,
    en: (p) =>
      `This is a fragment of BPMN 2.0: it begins with "${p.element}", without the "definitions" around it. Export the whole diagram as BPMN 2.0.`,
  },
  tooDeep: {
    nl: (p) => `Er staan meer dan ${p.limit} elementen in elkaar. Zo diep genest wordt niet aangenomen.`,
    en: (p) => `More than ${p.limit} elements stand inside one another. Nesting that deep is not accepted.`,
  },
  tooManyAttributes: {
    nl: (p) => `Een element heeft meer dan ${p.limit} attributen. Dat wordt niet aangenomen.`,
    en: (p) => `An element has more than ${p.limit} attributes. That is not accepted.`,
  },
  tooManyParts: {
    nl: (p) => `Het bestand heeft meer dan ${p.limit} elementen en attributen. Splits het proces op.`,
    en: (p) => `The file has more than ${p.limit} elements and attributes. Split the process.`,
  },
  tooManyFlowNodes: {
    nl: (p) =>
      `Het diagram heeft meer dan ${p.limit} stappen, gateways en gebeurtenissen. Splits het proces op.`,
    en: (p) => `The diagram has more than ${p.limit} steps, gateways and events. Split the process.`,
  },
  tooTangled: {
    nl: () => 'Er lopen te veel wegen tussen de stappen. Splits het proces op.',
    en: () => 'There are too many ways between the steps. Split the process.',
  },
};

const WARNINGS: Record<WarningCode, Record<Language, Wording>> = {
  missingId: {
    nl: (p) =>
      `${counted(p.count, 'stap', 'stappen')} zonder id: zichtbaar, maar er kan niet over worden besloten tot het diagram opnieuw is opgeslagen.`,
    en: (p) =>
      `${counted(p.count, 'step', 'steps')} without an id: shown, but not to be decided on until the diagram is saved again.`,
  },
  duplicateId: {
    nl: (p) =>
      `Een id staat meer dan één keer in het bestand, bijvoorbeeld "${p.first}". Over zo'n stap kan niet worden besloten.`,
    en: (p) =>
      `An id occurs more than once in the file, for example "${p.first}". Such a step cannot be decided on.`,
  },
  illegalId: {
    nl: (p) =>
      p.count === 1
        ? `Het id "${p.first}" is volgens XML ongeldig. Het element blijft bewaard; de editor kan het weglaten.`
        : `${p.count} id's zijn volgens XML ongeldig, bijvoorbeeld "${p.first}". De elementen blijven bewaard; de editor kan ze weglaten.`,
    en: (p) =>
      p.count === 1
        ? `The id "${p.first}" is invalid in XML. The element is kept; the editor may leave it out.`
        : `${p.count} ids are invalid in XML, for example "${p.first}". The elements are kept; the editor may leave them out.`,
  },
  danglingReference: {
    nl: (p) =>
      `${counted(p.count, 'verwijzing', 'verwijzingen')} naar iets dat er niet is${example(p, 'bijvoorbeeld')}.`,
    en: (p) =>
      `${counted(p.count, 'reference', 'references')} to something that is not there${example(p, 'for example')}.`,
  },
  severalDiagrams: {
    nl: () => 'Het bestand heeft meer dan één tekening. Ze blijven alle bewaard; de editor toont de eerste.',
    en: () => 'The file has more than one drawing. All are kept; the editor shows the first.',
  },
  impossibleCoordinates: {
    nl: (p) =>
      `De tekening noemt ${p.count} keer een maat of plaats die niet kan${example(p, 'bijvoorbeeld')}.`,
    en: (p) =>
      `The drawing has ${counted(p.count, 'impossible size or place', 'impossible sizes or places')}${example(p, 'for example')}.`,
  },
  noDrawing: {
    nl: () => 'Het bestand heeft geen tekening; de stappen staan in de stappenlijst.',
    en: () => 'The file has no drawing; its steps are in the step list.',
  },
};

const placed = (line: number | undefined, language: Language) =>
  line === undefined ? '' : language === 'nl' ? `Regel ${line}: ` : `Line ${line}: `;

/**
 * A problem in one or two sentences: where, what is wrong, what to do. May quote the file: show it as text.
 */
export function describeProblem(problem: DiagramProblem, language: Language): string {
  return placed(problem.line, language) + PROBLEMS[problem.code][language](problem.params);
}

/** A warning in one or two sentences. May quote the file: show it as text. */
export function describeWarning(warning: DiagramWarning, language: Language): string {
  return placed(warning.line, language) + WARNINGS[warning.code][language](warning.params);
}
