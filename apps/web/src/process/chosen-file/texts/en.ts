import type { chosenFile as nl } from './nl.js';

export const chosenFile: typeof nl = {
  tooLarge: 'This file is larger than {{size}} MB and cannot be saved.',
  unreadable: 'The browser could not read this file. Choose it again.',
  refused: 'This file cannot be used',
  read_one: 'Read: {{count}} step.',
  read_other: 'Read: {{count}} steps.',
  openSteps: 'What to know about steps:',
  warnings: 'It can be used, but mind:',
  moreWarnings_one: 'and {{count}} more remark',
  moreWarnings_other: 'and {{count}} more remarks',
};
