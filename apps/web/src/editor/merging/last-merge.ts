import type { MergedAnswer } from '#contract';
import type { Places } from '../../process/sentences/places.js';

/** What came of the last merge, until somebody closes the notice or saves again. */
export interface LastMerge {
  answer: MergedAnswer;
  who: string;
  places: Places;
}
