import { join } from 'node:path';
import { readDiagram } from '#bpmn';
import type { Progress } from './log-follower.js';
import type { ReadOutline } from './outline-text.js';
import { ReadModel } from './read-model.js';

/** Name of the read model's file in the data folder. */
export const READ_MODEL_FILE = 'read-model.sqlite';

/** What matters of a diagram that was accepted once. @throws Error naming what is wrong with it */
export const readOutline: ReadOutline = (bytes) => {
  const reading = readDiagram(bytes);
  if (!reading.ok) throw new Error(`The diagram cannot be read (${reading.problems.map((problem) => problem.code).join(', ')}).`);
  return reading.diagram.outline;
};

/**
 * The read model in a data folder; it has to be started.
 * @param nameOf name of a person, if it is known
 * @throws Error when the folder cannot be written
 */
export function openReadModel(dataDir: string, nameOf: (id: string) => string | undefined, onProgress?: (progress: Progress) => void): ReadModel {
  return new ReadModel({ path: join(dataDir, READ_MODEL_FILE), readOutline, nameOf, ...(onProgress && { onProgress }) });
}
