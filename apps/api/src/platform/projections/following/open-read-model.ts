import { join } from 'node:path';
import { READ_MODEL_FILE } from '../../environment/data-folder.js';
import { ReadModel, type ReadModelSettings } from './read-model.js';

/**
 * The read model in a data folder; it has to be started.
 * @throws Error when the folder cannot be written
 */
export function openReadModel(dataDir: string, settings: Omit<ReadModelSettings, 'path'>): ReadModel {
  return new ReadModel({ path: join(dataDir, READ_MODEL_FILE), ...settings });
}
