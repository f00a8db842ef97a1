import { Problem } from '../platform/http/problems/problem.answer.js';
import { HistoryItem } from './history.answer.js';

/** 412: the resource changed since the version seen. */
export class StaleProblem extends Problem {
  /**
   * The newest version (versie).
   * @example 14
   */
  version: number;

  /** What was decided since the version seen (wijzigingen). */
  changes: HistoryItem[];
}
