import type { accessibility as nl } from './nl.js';

export const accessibility: typeof nl = {
  title: 'Accessibility',
  lead: 'Knipkaart wants to be usable by everybody, and aims at WCAG 2.2 level AA (EN 301 549). It does not succeed everywhere. This is what works, what does not, and how that was found out.',
  works: {
    title: 'What works',
    items: [
      'Whatever there is to decide about a process can be decided by keyboard and screen reader in the step list beside the drawing: knips, roles, channels, hand-overs and data requests.',
      'In the step list you can also add, rename, move to another lane, connect and remove steps, gateways and events, and say which side a lane belongs to. The drawing follows.',
      'Front office and back office differ in colour and in mark or pattern, so that they can be told apart in black and white. What is undecided has a broken outline.',
      'When comparing, every difference is a sentence in a list; you step through them by keyboard and they are read aloud. In the drawing they have a colour, a symbol, a kind of line and the number of the sentence.',
      'The overview, the history and these pages fit a screen 320 pixels wide and can be enlarged to 400%.',
      'Moving parts stand still if your system is set so.',
    ],
  },
  limits: {
    title: 'What does not work for everybody',
    items: [
      'Drawing freely on the canvas needs a mouse, pen or finger. The drawing tools of bpmn.io cannot be reached by keyboard. Without a pointer you edit steps and knips in the step list.',
      'The places of shapes, the course of arrows, new lanes and annotations, and the kind of an existing gateway or event can only be changed on the canvas.',
      'The drawing itself is a picture that a screen reader cannot read out. The step list is its text alternative.',
      'The canvas does not fit a narrow screen: it is a drawing in two directions, in which you move and zoom.',
      'Names and reasons are written by users. The program cannot see to it that they are clear.',
      'The bpmn.io mark at the bottom right of the drawing stays visible: the licence asks for it.',
    ],
  },
  tested: {
    title: 'How this was found out',
    items: [
      'With every change an automatic test checks every page with axe, for WCAG 2.2 A and AA and EN 301 549.',
      'An automatic test goes through the work of a workgroup member by keyboard alone.',
      'No independent party has examined it yet, and it has not been tested with people who use a screen reader or other aids. Automatic tests find only part of the problems.',
    ],
  },
  report: {
    title: 'Are you stuck somewhere?',
    items: [
      'Tell the administrator of Knipkaart in your municipality. Say on which page it was and what you wanted to do.',
    ],
  },
};
