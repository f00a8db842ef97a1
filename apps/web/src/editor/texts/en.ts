import type { editor as nl } from './nl.js';

export { saving } from '../saving/texts/en.js';
export { consequences } from '../consequences/texts/en.js';
export { merging } from '../merging/texts/en.js';
export { movedIds } from '../moved-ids/texts/en.js';
export { panes } from '../../panes/texts/en.js';
export { knipPanel } from '../../panes/knip-panel/texts/en.js';
export { stepList } from '../../panes/step-list/texts/en.js';
export { chosenFile } from '../../process/chosen-file/texts/en.js';
export { history } from '../../process/sentences/texts/history/en.js';

export const editor: typeof nl = {
  version: 'version {{version}}',
  openFile: 'Open file',
  aboutFile: 'About this file',
  cannotOpen: 'This file cannot be opened here',
  cannotDraw:
    'The file is in order, but it has no drawing that the editor can change. The saved drawing is still there.',
  undecided_one: '{{count}} step still undecided',
  undecided_other: '{{count}} steps still undecided',
  allDecided: 'All steps decided',
  nextUndecided: 'Next undecided step',
  wentTo: 'Selected: {{name}}',
  noName: '(no name)',
  nextKey: 'Shortcut: Alt + N',
  pictureSvg: 'Drawing as on the screen now (SVG)',
  drawingHelp:
    'The drawing is edited with the mouse. All that you want to do by keyboard or screen reader is in the step list.',
  drawingHelpForReaders: 'The step list shows the same steps in words, for keyboard and screen reader.',
  backToList: 'Back to the step in the list',
  loadingFailed: 'The process could not be loaded',
  notFresh:
    'The service cannot be reached. What you see may have changed by now; your work is kept in this browser.',
  loadingDrawing: 'Loading the drawing…',
  retired:
    'This process was retired by {{actor}} on {{when}}: “{{reason}}”. You can look at it, not change it.',
  parked:
    'What you see is not up to date: event {{version}} of this process could not be read ({{reason}}). Changing it is possible again when that is mended.',
  readOnly: {
    lezer: 'You are signed in as reader: you can see everything and change nothing.',
    auditor: 'You are signed in as auditor: you can see everything and change nothing.',
    beheerder:
      'You are signed in as administrator: you can name process owners, but change no drawings and knips.',
    verbeterteam: 'You are signed in as improvement team: you decide on proposals and change nothing here.',
    werkgroeplid: 'This process belongs to another domain than yours: you can look at it, not change it.',
    procesverantwoordelijke:
      'Another process owner was named for this process: you can look at it, not change it.',
  },
  viewOnly:
    'The editor cannot write this file back without damaging it. You can look at the drawing and decide the knips; the drawing cannot be changed here.',
  noDrawing: 'This file has no drawing that the editor can show; the steps are in the list.',
  noDrawingKnips: 'You can decide the knips there; steps cannot be added or moved.',
  unreadable: 'The editor cannot show this drawing. The file itself is kept unchanged and can be downloaded.',
  noDiagram: 'This process has no drawing yet',
  noDiagramText:
    'Begin with an empty drawing with two lanes, front office and back office, or choose a BPMN file. A file is kept exactly as it is.',
  noDiagramReader:
    'There is nothing to see yet. People who may change this process can begin a drawing or choose a file.',
  startEmpty: 'Begin with an empty drawing',
  chooseFile: 'Choose a BPMN file',
  useFile: 'Use this file',
  orDrop: 'or drop a file here',
  uploading: 'Saving the file…',
  fromFile: 'From file {{file}}',
  typed: {
    gone: 'You had typed something at “{{about}}”, and that place is gone. Your text is kept:',
    closed: 'You had typed something at “{{about}}”. It can no longer be recorded now. Your text is kept:',
    before: 'You had typed something at “{{about}}” that is not recorded yet:',
    beside: 'In another window you typed another text at “{{about}}” ({{when}}). It is kept as well:',
    take: 'Go on with this text',
    go: 'Go on typing',
    copy: 'Copy the text',
    discard: 'Discard the text',
  },
  startName: 'Front office',
  startBack: 'Back office',
};
