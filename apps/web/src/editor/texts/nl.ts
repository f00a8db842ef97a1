export { saving } from '../saving/texts/nl.js';
export { consequences } from '../consequences/texts/nl.js';
export { merging } from '../merging/texts/nl.js';
export { movedIds } from '../moved-ids/texts/nl.js';
export { panes } from '../../panes/texts/nl.js';
export { knipPanel } from '../../panes/knip-panel/texts/nl.js';
export { stepList } from '../../panes/step-list/texts/nl.js';
export { chosenFile } from '../../process/chosen-file/texts/nl.js';
export { history } from '../../process/sentences/texts/history/nl.js';

export const editor = {
  version: 'versie {{version}}',
  openFile: 'Bestand openen',
  aboutFile: 'Over dit bestand',
  cannotOpen: 'Dit bestand kan hier niet worden geopend',
  cannotDraw:
    'Het bestand is in orde, maar heeft geen tekening die de editor kan wijzigen. De opgeslagen tekening staat er nog.',
  undecided_one: '{{count}} stap nog onbeslist',
  undecided_other: '{{count}} stappen nog onbeslist',
  allDecided: 'Alle stappen beslist',
  nextUndecided: 'Volgende onbesliste stap',
  wentTo: 'Gekozen: {{name}}',
  noName: '(zonder naam)',
  nextKey: 'Sneltoets: Alt + N',
  pictureSvg: 'Tekening zoals nu op het scherm (SVG)',
  drawingHelp:
    'De tekening is met de muis te bewerken. Alles wat u met het toetsenbord of een schermlezer wilt doen, kan in de stappenlijst.',
  drawingHelpForReaders:
    'De stappenlijst toont dezelfde stappen in woorden, voor toetsenbord en schermlezer.',
  backToList: 'Terug naar de stap in de lijst',
  loadingFailed: 'Het proces kon niet worden geladen',
  notFresh:
    'De dienst is niet bereikbaar. Wat u ziet kan inmiddels veranderd zijn; uw werk wordt in deze browser bewaard.',
  loadingDrawing: 'Tekening wordt geladen…',
  retired:
    'Dit proces is buiten gebruik gesteld door {{actor}} op {{when}}: “{{reason}}”. U kunt het bekijken, niet wijzigen.',
  parked:
    'Wat u ziet is niet actueel: gebeurtenis {{version}} van dit proces kon niet worden gelezen ({{reason}}). Wijzigen kan weer als dat is hersteld.',
  readOnly: {
    lezer: 'U bent aangemeld als lezer: u kunt alles bekijken en niets wijzigen.',
    auditor: 'U bent aangemeld als auditor: u kunt alles bekijken en niets wijzigen.',
    beheerder:
      'U bent aangemeld als beheerder: u kunt procesverantwoordelijken benoemen, maar geen tekeningen en knips wijzigen.',
    verbeterteam: 'U bent aangemeld als verbeterteam: u beslist over voorstellen en wijzigt hier niets.',
    werkgroeplid: 'Dit proces hoort bij een ander domein dan het uwe: u kunt het bekijken, niet wijzigen.',
    procesverantwoordelijke:
      'Voor dit proces is een andere procesverantwoordelijke aangewezen: u kunt het bekijken, niet wijzigen.',
  },
  viewOnly:
    'Dit bestand kan de editor niet terugschrijven zonder het te beschadigen. De tekening is te bekijken en de knips zijn te beslissen; de tekening wijzigen kan hier niet.',
  noDrawing: 'Dit bestand heeft geen tekening die de editor kan tonen; de stappen staan in de lijst.',
  noDrawingKnips: 'De knips kunt u daar beslissen; stappen toevoegen of verplaatsen kan niet.',
  unreadable:
    'De editor kan deze tekening niet tonen. Het bestand zelf is ongewijzigd bewaard en te downloaden.',
  noDiagram: 'Dit proces heeft nog geen tekening',
  noDiagramText:
    'Begin met een lege tekening met twee banen, frontoffice en backoffice, of kies een BPMN-bestand. Een bestand wordt precies zo bewaard als het is.',
  noDiagramReader:
    'Er is nog niets te zien. Wie dit proces mag wijzigen, kan een tekening beginnen of een bestand kiezen.',
  startEmpty: 'Begin met een lege tekening',
  chooseFile: 'Kies een BPMN-bestand',
  useFile: 'Dit bestand gebruiken',
  orDrop: 'of sleep een bestand hierheen',
  uploading: 'Bestand wordt opgeslagen…',
  fromFile: 'Uit bestand {{file}}',
  typed: {
    gone: 'U had iets getypt bij “{{about}}”, en die plek is er niet meer. Uw tekst is bewaard:',
    closed: 'U had iets getypt bij “{{about}}”. Dat kan nu niet meer worden vastgelegd. Uw tekst is bewaard:',
    before: 'U had iets getypt bij “{{about}}” dat nog niet is vastgelegd:',
    beside: 'In een ander venster typte u bij “{{about}}” een andere tekst ({{when}}). Die is ook bewaard:',
    take: 'Met deze tekst verder',
    go: 'Verder typen',
    copy: 'Tekst kopiëren',
    discard: 'Tekst weggooien',
  },
  startName: 'Frontoffice',
  startBack: 'Backoffice',
};

declare module '../../texts.js' {
  interface Namespaces {
    editor: typeof editor;
  }
}
