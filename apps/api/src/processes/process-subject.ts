import { processStream } from '#domain';
import type { SubjectKind } from '../platform/writing/subject.js';

/** Processes, as things that are written to. */
export const PROCESS: SubjectKind = {
  name: 'process',
  collection: 'processes',
  stream: processStream,
  keyScope: (id) => id,
};
