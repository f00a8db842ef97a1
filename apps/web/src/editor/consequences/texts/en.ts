import type { consequences as nl } from './nl.js';

export const consequences: typeof nl = {
  title: { change: 'Do you want to change this?', file: 'Do you want to open this file?' },
  lapse: 'Something was decided on these steps. Those decisions lapse when you save:',
  lapsing: '{{name}}: {{decisions}}',
  decision: {
    knip: 'knip',
    binding: 'legal binding',
    channels: 'channel priority',
    dataRequests: 'data request',
    handover: 'agreement on the hand-over to this step',
    gone: 'a knip that had lapsed already and will not come back',
  },
  lose: 'These steps will belong to neither side:',
  losing: '{{name}}: was {{side}}',
  change: 'These steps change sides:',
  changing: '{{name}}: becomes {{side}}',
  apart: 'These steps will be in a lane of the other side than was decided for them:',
  standingApart: '{{name}}: stays {{side}}, in a lane of {{lane}}',
  more_one: 'and {{count}} more step',
  more_other: 'and {{count}} more steps',
  undoable: {
    change: 'You can take this back later with Undo.',
    file: 'Nothing lapses as long as you do not save it.',
  },
  goOn: { change: 'Change it anyway', file: 'Open it anyway' },
  told_one: '“{{name}}” belongs to {{side}} now: the step is in another lane.',
  told_other:
    '“{{name}}” belongs to {{side}} now, and other steps changed sides too. Together they are {{count}} steps.',
};
