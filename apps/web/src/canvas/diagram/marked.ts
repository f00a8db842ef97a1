import type { ProcessAnswer } from '#contract';

/**
 * What of a process the marks on the canvas are made of: the answer of the service, or `withDrawing` of an
 * unsaved diagram.
 */
export type Marked = Pick<ProcessAnswer, 'steps' | 'handovers'>;
