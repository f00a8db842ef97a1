import type { ProblemException } from '../platform/http/problems/problem-exception.js';
import { parkedProblem } from '../platform/projections/following/parked.problem.js';
import type { ParkedAt } from '../platform/projections/following/read-model.js';
import { PROCESS_PROBLEMS } from './process.problems.js';

/**
 * Refuses what cannot be shown of a process, or recorded about it, while it is parked.
 * @param process its name, or its id where no name can be read
 */
export const parkedProcess = (process: string, parked: ParkedAt): ProblemException =>
  parkedProblem(parked.foreign ? PROCESS_PROBLEMS.processForeign : PROCESS_PROBLEMS.processParked, parked, {
    process,
  });
