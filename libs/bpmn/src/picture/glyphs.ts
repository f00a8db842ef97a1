import { HANDOVER, INK, PAPER, SIDE_COLOURS, at, path, tag, text } from './svg.js';

/** Small signs, drawn around their middle unless said otherwise. */

const envelope = (filled: boolean) =>
  filled
    ? path('M-8-5.5H8V5.5H-8Z', { fill: INK }) + path('M-8-5.5 0 1 8-5.5', { stroke: PAPER })
    : path('M-8-5.5H8V5.5H-8ZM-8-5.5 0 1 8-5.5');

/** Sign of an event by its definition's name; `thrown` ones are filled. */
export function eventGlyph(definition: string, thrown: boolean): string {
  const fill = thrown ? INK : 'none';
  switch (definition) {
    case 'messageEventDefinition':
      return envelope(thrown);
    case 'timerEventDefinition':
      return (
        tag('circle', { r: 9, fill: PAPER, stroke: INK }) +
        path('M0-6.5V0L4.5 2.5M0-9V-7M0 9V7M-9 0H-7M9 0H7')
      );
    case 'errorEventDefinition':
      return path('M-8 8-3-6 2 2 8-8 3 6-2-2Z', { fill });
    case 'terminateEventDefinition':
      return tag('circle', { r: 10, fill: INK });
    case 'signalEventDefinition':
      return path('M0-9 8.5 6H-8.5Z', { fill });
    case 'escalationEventDefinition':
      return path('M0-9 6 8 0 2-6 8Z', { fill });
    case 'conditionalEventDefinition':
      return path('M-6-8H6V8H-6ZM-4-5H4M-4-1.7H4M-4 1.7H4M-4 5H4');
    case 'linkEventDefinition':
      return path('M-8-3H2V-7L9 0 2 7V3H-8Z', { fill });
    case 'compensateEventDefinition':
      return path('M0-6V6L-8 0ZM8-6V6L0 0Z', { fill });
    case 'cancelEventDefinition':
      return path('M-7-4-4-7 0-3 4-7 7-4 3 0 7 4 4 7 0 3-4 7-7 4-3 0Z', { fill });
    case 'multiple':
      return path('M0-9 8.5-2.8 5.3 7.3H-5.3L-8.5-2.8Z', { fill });
    default:
      return '';
  }
}

/** Sign in a gateway's diamond. */
export function gatewayGlyph(kind: string): string {
  const thick = { 'stroke-width': 3 };
  switch (kind) {
    case 'exclusiveGateway':
      return path('M-7-7 7 7M7-7-7 7', thick);
    case 'parallelGateway':
      return path('M0-10V10M-10 0H10', thick);
    case 'inclusiveGateway':
      return tag('circle', { r: 10, fill: 'none', stroke: INK, ...thick });
    case 'complexGateway':
      return path('M0-10V10M-10 0H10M-7-7 7 7M7-7-7 7', { 'stroke-width': 2 });
    case 'eventBasedGateway':
      return tag('circle', { r: 12, fill: 'none', stroke: INK }) + at(0, 0, eventGlyph('multiple', false));
    default:
      return '';
  }
}

/** Sign of a task's kind, some 16 wide. */
export function taskGlyph(kind: string): string {
  switch (kind) {
    case 'userTask':
      return (
        tag('circle', { cy: -3.5, r: 3.5, fill: PAPER, stroke: INK }) +
        path('M-7 8C-7 1 7 1 7 8Z', { fill: PAPER })
      );
    case 'manualTask':
      return path('M-8 1V-4L-2-7 0-5-3-3H6V-1H1H7V1.5H1H6.5V4H1H5V6.5H-5Z', { 'stroke-linejoin': 'round' });
    case 'serviceTask':
      return (
        path(
          'M-1.5-8H1.5L2-5.5 4.5-6.8 6.8-4.5 5.5-2 8-1.5V1.5L5.5 2 6.8 4.5 4.5 6.8 2 5.5 1.5 8H-1.5L-2 5.5-4.5 6.8-6.8 4.5-5.5 2-8 1.5V-1.5L-5.5-2-6.8-4.5-4.5-6.8-2-5.5Z',
        ) + tag('circle', { r: 2.5, fill: 'none', stroke: INK })
      );
    case 'scriptTask':
      return path('M6-8H-4C-8-3 0 3-4 8H6C10 3 2-3 6-8ZM-3-4H4M-2.5 0H5M-2 4H6');
    case 'businessRuleTask':
      return path('M-8-6H8V6H-8ZM-8-2H8M-8 2H8M-3-2V6', {}) + path('M-8-6H8V-2H-8Z', { fill: '#c6ccd3' });
    case 'sendTask':
      return envelope(true);
    case 'receiveTask':
      return envelope(false);
    default:
      return '';
  }
}

/** Signs at the foot of an activity, by name. */
export const ACTIVITY_MARKERS: Record<string, string> = {
  collapsed: path('M-7-7H7V7H-7ZM0-4V4M-4 0H4'),
  parallel: path('M-4-5V5M0-5V5M4-5V5', { 'stroke-width': 2 }),
  sequential: path('M-5-4H5M-5 0H5M-5 4H5', { 'stroke-width': 2 }),
  loop: path('M-3 5A6 6 0 1 1 2 5.5M-3 5-6 5.5M-3 5-3.5 1.5'),
  adHoc: path('M-7 1C-4-5-1-2 1 0 3 2 5 3 7-2', { 'stroke-width': 2 }),
  compensation: path('M0-5V5L-7 0ZM7-5V5L0 0Z'),
};

/** The marks of the knip: different in shape and letter, so that they hold without colour. */
export function sideMark(side: 'front' | 'back' | undefined, undecided: boolean): string {
  const letter = (value: string, dy: number) =>
    tag(
      'text',
      { y: dy, 'font-size': 9, 'font-weight': 'bold', 'text-anchor': 'middle', fill: side ? PAPER : INK },
      text(value),
    );
  const mark =
    side === 'front'
      ? path('M0-11 11 8H-11Z', { fill: SIDE_COLOURS.front.ink, stroke: PAPER }) + letter('F', 6)
      : side === 'back'
        ? path('M-8-8H8V8H-8Z', { fill: SIDE_COLOURS.back.ink, stroke: PAPER }) + letter('B', 3.2)
        : '';
  const open =
    tag('circle', { r: 8, fill: PAPER, stroke: INK, 'stroke-dasharray': '3 2' }) +
    tag(
      'text',
      { y: 4, 'font-size': 11, 'font-weight': 'bold', 'text-anchor': 'middle', fill: INK },
      text('?'),
    );
  return !undecided ? mark : side ? mark + at(20, 0, open) : open;
}

/** Scissors on a hand-over. */
export const SCISSORS =
  tag('circle', { r: 11, fill: PAPER, stroke: HANDOVER }) +
  tag('circle', { cx: -4.5, cy: -4, r: 2.6, fill: 'none', stroke: HANDOVER, 'stroke-width': 1.6 }) +
  tag('circle', { cx: -4.5, cy: 4, r: 2.6, fill: 'none', stroke: HANDOVER, 'stroke-width': 1.6 }) +
  path('M-2.4-2.6 8 4M-2.4 2.6 8-4', { stroke: HANDOVER, 'stroke-width': 1.8, 'stroke-linecap': 'round' });
