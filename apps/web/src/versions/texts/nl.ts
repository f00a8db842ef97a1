export { panes } from '../../panes/texts/nl.js';
export { knipPanel } from '../../panes/knip-panel/texts/nl.js';
export { stepList } from '../../panes/step-list/texts/nl.js';
export { history } from '../../process/sentences/texts/history/nl.js';

export const versions = {
  title: '{{name}}, versie {{version}}',
  readOnly: 'U kijkt terug. Zo stond het proces op {{when}}; hier is niets te wijzigen.',
  readOnlyNewest: 'Dit is de nieuwste versie, om te bekijken.',
  edit: 'Nieuwste versie bewerken',
  back: 'Vorige versie',
  forward: 'Volgende versie',
  backKey: 'Alt + ,',
  forwardKey: 'Alt + .',
  steps: 'Door de versies',
  slider: 'Versie',
  goTo: 'Ga naar…',
  jump: 'Ga naar versie',
  jumpDo: 'Ga',
  moment: 'Ga naar een moment',
  momentDo: 'Ga naar dit moment',
  of: 'van {{latest}}',
  newest: 'Nieuwste versie',
  milestones: 'Vastgestelde versies',
  milestone: '{{name}} (versie {{version}})',
  isMilestone: 'Vastgesteld als “{{name}}”.',
  reason: 'Reden: “{{reason}}”',
  note: 'Opmerking: “{{note}}”',
  noDiagram: 'In deze versie was er nog geen tekening.',
  noDrawing: 'Deze tekening kan niet worden getoond; de stappen staan in de lijst.',
  noSuchVersion: 'Deze versie bestaat niet',
  noSuchVersionText: 'Dit proces heeft deze versie (nog) niet, of bestond op dat moment nog niet.',
  toNewest: 'Naar het proces',
  history: 'Geschiedenis',
  compareWithNow: 'Vergelijk met nu',
};

declare module '../../texts.js' {
  interface Namespaces {
    versions: typeof versions;
  }
}
