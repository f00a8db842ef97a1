import { processAggregate, type ProcessState } from '#domain';
import type { SubjectKind } from '../platform/writing/subject.js';

/** Processes, as things that are written to. */
export const PROCESS: SubjectKind<ProcessState> = {
  aggregate: processAggregate,
  called: { nl: 'dit proces', en: 'this process' },
  collection: 'processes',
  // Clients in use rely on the bare id.
  keyScope: (id) => id,
};
