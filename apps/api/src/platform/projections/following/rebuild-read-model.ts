import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LogInUse } from '#event-store';
import { LOG_FILE, READ_MODEL_FILE } from '../../environment/data-folder.js';
import { openLogOf, type OwnedLog } from '../../log/open-log-of.js';
import { asStartRefused, StartRefused, type Settings } from '../../environment/settings.js';
import type { ParkedStream } from './stream-reader.js';
import { openReadModel } from './open-read-model.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import { deleteReadModelFile } from '../file/read-model-file.js';

export interface Rebuilt {
  events: number;
  seconds: number;
  /** Streams with an event that could not be understood. */
  parked: ParkedStream[];
}

/**
 * Deletes the read model and rebuilds it from the log.
 * @param onProgress told how much is done, 0 to 1
 * @throws StartRefused when there is no log or the service runs on it, or an error of the log; each message
 * is one sentence to show
 */
export async function rebuildReadModel(
  settings: Pick<Settings, 'dataDir' | 'eventStoreUrl'>,
  projections: ProjectionSet,
  onProgress: (share: number) => void,
): Promise<Rebuilt> {
  const { dataDir, eventStoreUrl } = settings;
  if (eventStoreUrl === undefined && !existsSync(join(dataDir, LOG_FILE))) {
    throw new StartRefused(
      `There is no log in ${dataDir}, so there is nothing to build the read model from.`,
    );
  }
  const log = await openFree(settings);
  try {
    deleteReadModelFile(join(dataDir, READ_MODEL_FILE));
    let events = 0;
    const readModel = openReadModel(dataDir, {
      projections,
      onProgress: (progress) => {
        events = progress.events;
        onProgress(progress.share);
      },
    });
    const begin = performance.now();
    await readModel.start(log.events);
    const { parked } = readModel.status();
    await readModel.stop();
    return { events, seconds: (performance.now() - begin) / 1000, parked };
  } catch (error) {
    throw asStartRefused(error, dataDir);
  } finally {
    await log.close();
  }
}

/** @throws StartRefused when another process holds the data folder */
async function openFree(settings: Pick<Settings, 'dataDir' | 'eventStoreUrl'>): Promise<OwnedLog> {
  try {
    return await openLogOf(settings);
  } catch (error) {
    if (!(error instanceof LogInUse)) throw error;
    throw new StartRefused(
      `${error.message} Stop the service first: it builds the read model by itself when that is missing or damaged.`,
    );
  }
}
