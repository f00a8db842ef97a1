import type { saving as nl } from './nl.js';

export const saving: typeof nl = {
  save: 'Save',
  saving: 'Saving…',
  note: 'Note with this version (may be empty)',
  noteHelp: 'What changed, and why? It will stand in the history.',
  saveWithNote: 'Save with a note',
  saved: 'Saved as version {{version}}.',
  nothingChanged: 'Nothing has changed since version {{version}}; no new version was made.',
  unsaved: 'Not saved',
  unsavedKept: 'Not saved (kept in this browser)',
  unsavedNotKept: 'Not saved, and this browser keeps no copy: save before you leave.',
  allSaved: 'Saved',
  network:
    'The service cannot be reached. Nothing is lost: your work is still on the screen and kept in this browser.',
  networkNotKept:
    'The service cannot be reached. Your work is still on the screen: keep this page open until saving succeeds.',
  retry: 'Try again',
  refused: 'The drawing was not saved: {{message}}',
  draftFound: 'There is unsaved work of {{when}}.',
  draftBehind: 'Another drawing has been saved since. You can go on and choose when you save.',
  draftUnkept: 'This browser does not keep it: download it before you leave.',
  draftNotNow:
    'You cannot change this process now. The work stays in this browser; you can go on with it as soon as you may change the process again.',
  continueDraft: 'Go on with it',
  discardDraft: 'Throw away',
  discardSure: 'Throw away this work of {{when}} for good?',
  downloadDraft: 'Download',
  /** In the name of a file. */
  unsavedFile: 'draft on v{{version}}',
  screenFile: 'screen',
  conflictTitle: 'Somebody saved in the meantime',
  conflictIntro:
    'Nothing was overwritten. Your work is still on the screen and kept as a draft. This was saved in the meantime:',
  conflictNoList: 'The drawing was changed in the meantime; the newest version is {{version}}.',
  conflictItem: 'version {{version}}, {{when}}: {{actor}}',
  conflictItemNote: 'version {{version}}, {{when}}: {{actor}}, “{{note}}”',
  lookAtTheirs: 'Look at version {{version}} (new tab)',
  downloadMine: 'Download my drawing',
  saveOnTop: 'Save my drawing as the newest version',
  saveOnTopSure:
    'I know that the newest version will then be my drawing. The other drawing stays in the history.',
  saveOnTopConfirm: 'Yes, save as the newest version',
  takeTheirs: 'Open the other drawing, keep mine as a draft',
  decideLater: 'Decide later',
  takeTheirsFailed: 'The other drawing could not be loaded. Nothing has changed; try again.',
  lossTitle: 'Something is lost by saving',
  lossIntro:
    'This file was made in another program. The editor cannot write back all of it. Version {{version}} stays as it is and can always be had back. The new version will lack:',
  lossMore_one: 'and {{count}} other part',
  lossMore_other: 'and {{count}} other parts',
  lossSave: 'Save all the same',
  newerDrawing:
    'There is a newer drawing: version {{version}}, saved by {{actor}}. Your unsaved work stays; you choose what happens when you save.',
  newerDrawingOwn:
    'There is a newer drawing: version {{version}}. Your unsaved work stays; you choose what happens when you save.',
  news: '{{actor}} has just made version {{version}} ({{what}}). You are looking at it now.',
  newsWaits:
    '{{actor}} has just made version {{version}} ({{what}}). You will see it as soon as you have finished what you are doing.',
  event: {
    ProcessRegistered: 'process made',
    ProcessRenamed: 'new name',
    ProcessRetired: 'process retired',
    ProcessOwnerNamed: 'process owner named',
    DiagramSaved: 'drawing saved',
    DiagramMerged: 'drawings merged',
    KnipDecided: 'knip decided',
    KnipWithdrawn: 'knip withdrawn',
    ChannelsPrioritised: 'channel priority recorded',
    HandoverAgreed: 'hand-over agreed',
    DataRequestsRecorded: 'data requests recorded',
    DecisionEnded: 'decision ended',
    StepBound: 'legal binding recorded',
    BindingLifted: 'legal binding lifted',
    MilestoneNamed: 'milestone named',
  },
};
