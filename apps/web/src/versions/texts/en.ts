import type { versions as nl } from './nl.js';

export { panes } from '../../panes/texts/en.js';
export { knipPanel } from '../../panes/knip-panel/texts/en.js';
export { stepList } from '../../panes/step-list/texts/en.js';
export { history } from '../../process/sentences/texts/history/en.js';

export const versions: typeof nl = {
  title: '{{name}}, version {{version}}',
  readOnly: 'You are looking back. This is how the process stood on {{when}}; nothing can be changed here.',
  readOnlyNewest: 'This is the newest version, to look at.',
  edit: 'Edit the newest version',
  back: 'Previous version',
  forward: 'Next version',
  backKey: 'Alt + ,',
  forwardKey: 'Alt + .',
  steps: 'Through the versions',
  slider: 'Version',
  goTo: 'Go to…',
  jump: 'Go to version',
  jumpDo: 'Go',
  moment: 'Go to a moment',
  momentDo: 'Go to this moment',
  of: 'of {{latest}}',
  newest: 'Newest version',
  milestones: 'Milestones',
  milestone: '{{name}} (version {{version}})',
  isMilestone: 'Named “{{name}}”.',
  reason: 'Reason: “{{reason}}”',
  note: 'Note: “{{note}}”',
  noDiagram: 'In this version there was no drawing yet.',
  noDrawing: 'This drawing cannot be shown; the steps are in the list.',
  noSuchVersion: 'There is no such version',
  noSuchVersionText: 'This process does not have this version (yet), or did not exist at that moment.',
  toNewest: 'To the process',
  history: 'History',
  compareWithNow: 'Compare with now',
};
