import { join } from 'node:path';
import type { Progress } from './log-follower.js';
import { readOutline } from './outline-text.js';
import { ReadModel } from './read-model.js';

/** Name of the read model's file in the data folder. */
export const READ_MODEL_FILE = 'read-model.sqlite';

/**
 * The read model in a data folder; it has to be started.
 * @param nameOf name of a person, if it is known
 * @throws Error when the folder cannot be written
 */
export function openReadModel(
  dataDir: string,
  nameOf: (id: string) => string | undefined,
  onProgress?: (progress: Progress) => void,
): ReadModel {
  return new ReadModel({
    path: join(dataDir, READ_MODEL_FILE),
    readOutline,
    nameOf,
    ...(onProgress && { onProgress }),
  });
}
