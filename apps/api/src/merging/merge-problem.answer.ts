import { MovedIdsProblem } from '../diagrams/index.js';
import { MergeConflict } from './merge.answer.js';

/** 409 on a merge. */
export class MergeProblem extends MovedIdsProblem {
  /**
   * The version of the diagram that it cannot go together with (versie).
   * @example 14
   */
  version?: number;

  /** All that cannot go together (botsingen), chosen on or not. */
  conflicts?: MergeConflict[];
}
