import type { ProcessAnswer, Update } from '#contract';
import { listenToUpdates } from '../updates.js';
import { comparisonQuery } from './comparison-query.js';
import { processPath, processQuery, refreshProcess } from './queries.js';

/**
 * What is drawn and decided on: where the service has it, how it is read, and who may change it. A process is
 * one; the editor and the step panel know no more of a process than this.
 */
export interface Subject {
  id: string;
  /** Path below the API's base path, e.g. `path('/diagram')`. */
  path(rest?: string): string;
  /** The state now, or at a version. */
  stateQuery(version?: number): ReturnType<typeof processQuery>;
  comparisonQuery(from: string, to: string): ReturnType<typeof comparisonQuery>;
  /** Reads again what is shown of it. */
  refresh(): Promise<void>;
  /** Tells of every new version until the returned function is called; see `listenToUpdates`. */
  listen(onUpdate: (update: Update) => void, onReturn: () => void): () => void;
  /** Whether this person may change it as it stands now. */
  mayChange(answer: ProcessAnswer): boolean;
}

/** A process as the subject of the editor. */
export const processSubject = (id: string): Subject => ({
  id,
  path: (rest) => processPath(id, rest),
  stateQuery: (version) => processQuery(id, version === undefined ? {} : { version }),
  comparisonQuery: (from, to) => comparisonQuery(id, from, to),
  refresh: () => refreshProcess(id),
  listen: (onUpdate, onReturn) => listenToUpdates(onUpdate, id, onReturn),
  mayChange: (answer) => answer.may.edit && !answer.retired && !answer.parked,
});
