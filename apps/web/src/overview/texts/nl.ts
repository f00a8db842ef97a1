export { chosenFile } from '../../process/chosen-file/texts/nl.js';
export { history } from '../../process/sentences/texts/history/nl.js';

export const overview = {
  title: 'Processen',
  intro: 'Per proces: wie doet wat, front- of backoffice, en wat moet nog worden beslist.',
  search: 'Zoeken',
  searchHint: 'Proces, domein of persoon',
  domain: 'Domein',
  allDomains: 'Alle domeinen',
  undecidedOnly: 'Alleen met nog te beslissen stappen',
  withRetired: 'Toon ook buiten gebruik',
  processes_one: '{{count}} proces',
  processes_other: '{{count}} processen',
  undecided_one: '{{count}} stap te beslissen',
  undecided_other: '{{count}} stappen te beslissen',
  column: {
    process: 'Proces',
    share: 'Verdeling',
    handovers: 'Overdrachts\u00admomenten',
    toDecide: 'Te beslissen',
    last: 'Laatste gebeurtenis',
    owner: 'Proces\u00adverantwoordelijke',
    more: 'Meer',
  },
  allDecided: 'alles beslist',
  noOwner: 'nog niemand',
  retired: 'Buiten gebruik',
  stale: 'Verouderd: versie {{version}} is niet leesbaar',
  nothingYet: 'Er zijn nog geen processen.',
  nothingFound: 'Geen proces voldoet aan dit filter.',
  clearFilter: 'Filter wissen',
  new: 'Nieuw proces',
  mayNotMake:
    'Een nieuw proces maken kan alleen een werkgroep of procesverantwoordelijke, in het eigen domein.',
  dropHere: 'Laat het BPMN-bestand hier los om er een nieuw proces van te maken',
  dropHint: 'U kunt ook een .bpmn-bestand naar deze pagina slepen.',
  form: {
    title: 'Nieuw proces',
    name: 'Naam van het proces',
    nameMissing: 'Vul een naam in.',
    domain: 'Domein',
    domainMissing: 'Kies een domein.',
    start: 'Waarmee begint u?',
    empty: 'Met een leeg proces',
    emptyText: 'Een tekening met een baan voor de frontoffice en een voor de backoffice.',
    file: 'Met een BPMN-bestand',
    fileText: 'Een tekening uit een ander programma, als .bpmn of .xml.',
    chooseFile: 'Bestand',
    fileMissing: 'Kies een bestand.',
    make: 'Proces maken',
    diagramRefused:
      'Het proces {{name}} is aangemaakt, maar de tekening is niet opgeslagen. Probeer het opnieuw, kies een ander bestand, of open het proces en teken daar verder.',
    retry: 'Tekening opnieuw opslaan',
    open: 'Open het proces zonder tekening',
  },
  startDiagram: {
    front: 'Frontoffice (KCC)',
    back: 'Backoffice (vakafdeling)',
    begin: 'Aanvraag ontvangen',
    first: 'Aanvraag in ontvangst nemen',
    second: 'Aanvraag behandelen',
    end: 'Afgehandeld',
  },
};

declare module '../../texts.js' {
  interface Namespaces {
    overview: typeof overview;
  }
}
