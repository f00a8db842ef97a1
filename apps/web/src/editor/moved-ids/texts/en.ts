import type { movedIds as dutch } from './nl.js';

export const movedIds: typeof dutch = {
  title: 'What happens to the decisions?',
  intro:
    'In this drawing steps got other ids; drawing programs sometimes do that by themselves. Ids that decisions belong to are now on other steps. Nothing has been saved yet.',
  list: 'Decisions whose id is now on something else',
  unnamed: 'without a name',
  stillThere: 'Is still in the drawing.',
  renamed: 'Is still in the drawing, and is now called {{name}}.',
  gone: 'Is no longer in the drawing.',
  nowOf: 'The old id now belongs to {{name}}.',
  nowOfNobody: 'No step has the old id now.',
  id: 'id {{id}}',
  idBecame: 'id was {{id}}, is now {{wentTo}}',
  forAll: 'Your choice counts for all these decisions.',
  follow: 'The decisions go along with their step',
  followHelp: 'Recommended. Each decision stays with the step that it was about.',
  followGone_one:
    '{{count}} decision is about something that is no longer in the drawing: it ends, and stays in the history.',
  followGone_other:
    '{{count}} decisions are about something that is no longer in the drawing: they end, and stay in the history.',
  keep: 'The decisions stay with their id',
  keepHelp: 'Each decision then counts for the step that has that id now.',
  back: 'Back to the drawing',
  backHelp: 'Nothing is saved. Your work stays as it is.',
  wentAlong_one: '{{count}} decision went along with its step.',
  wentAlong_other: '{{count}} decisions went along with their steps.',
  endedGone: 'Ended, since this is no longer in the drawing:',
  endedReplaced: 'Ended, since the step has another decision of its own:',
  ended: '{{decision}} of {{element}}',
};
