import { join } from 'node:path';
import { lockLog, LogInUse, openEventStoreDb, openLog, type Log, type LogLock } from '#event-store';
import { LOG_FILE, READ_MODEL_FILE } from '../environment/data-folder.js';
import { StartRefused, type Settings } from '../environment/settings.js';
import { LOG_KINDS } from './log-kinds.js';

export interface OwnedLog extends Log {
  /** Gives the log and the data folder free. */
  close(): Promise<void>;
}

/**
 * Opens the log that the settings name and holds the data folder alone: the embedded log belongs to one
 * process, and so does the read model of an instance, wherever its log is.
 * @throws StartRefused, or an error of the log, whose message is the one sentence to show
 */
export async function openLogOf({
  dataDir,
  eventStoreUrl,
  eventStorePrefix,
}: Pick<Settings, 'dataDir' | 'eventStoreUrl' | 'eventStorePrefix'>): Promise<OwnedLog> {
  if (eventStoreUrl === undefined) {
    const log = openLog(join(dataDir, LOG_FILE));
    try {
      return owned(log, heldFolder(dataDir));
    } catch (error) {
      await log.events.close();
      throw error;
    }
  }
  const lock = heldFolder(dataDir);
  try {
    return owned(await openEventStoreDb(eventStoreUrl, { prefix: eventStorePrefix, kinds: LOG_KINDS }), lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function owned(log: Log, lock: LogLock): OwnedLog {
  const close = async (): Promise<void> => {
    await log.events.close();
    lock.release();
  };
  return { ...log, close };
}

function heldFolder(dataDir: string): LogLock {
  try {
    return lockLog(join(dataDir, READ_MODEL_FILE));
  } catch (error) {
    if (!(error instanceof LogInUse)) throw error;
    throw new StartRefused(
      `The data folder ${dataDir} is in use by ${error.holder}: give every instance a folder of its own with DATA_DIR.`,
    );
  }
}
