import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openLog, rootOf, verifyChain, type Flaw, type StreamHead } from '#event-store';
import { LOG_FILE } from '../server/open-log-of.js';
import { StartRefused } from '../settings.js';

const PAGE = 1_000;

export interface Verified {
  events: number;
  streams: number;
  /** SHA-256 (hex) over the ends of all streams (`rootOf`): kept elsewhere, it shows later that the log lost its end or a stream. */
  root: string;
  /** The first event that is not what was recorded. */
  flaw?: Flaw;
}

/**
 * Reads the whole log of a data folder and holds every event against its hash and the one before it.
 * @param onProgress told how much is done, 0 to 1
 * @throws StartRefused when there is no log, or an error of the log; each message is one sentence to show
 */
export async function verifyLog(dataDir: string, onProgress: (share: number) => void): Promise<Verified> {
  const path = join(dataDir, LOG_FILE);
  if (!existsSync(path)) throw new StartRefused(`There is no log in ${dataDir}, so there is nothing to verify.`);
  const { events: log } = openLog(path);
  try {
    const heads = new Map<string, StreamHead>();
    const end = await log.lastPosition();
    let events = 0;
    let flaw: Flaw | undefined;
    for (let page = await log.readAll(undefined, PAGE); page.length > 0 && !flaw; ) {
      flaw = verifyChain(page, heads);
      events += page.length;
      const last = page.at(-1)!.position;
      onProgress(events / (events + Math.max(0, log.comparePositions(end!, last))));
      page = await log.readAll(last, PAGE);
    }
    return { events, streams: heads.size, root: rootOf(heads), ...(flaw && { flaw }) };
  } finally {
    await log.close();
  }
}
