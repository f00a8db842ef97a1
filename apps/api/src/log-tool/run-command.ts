import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { backupLog, checkLogFile, restoreLog, type LogToRead } from '#event-store';
import { heldAgainstLog } from '../platform/projections/following/held-against-log.js';
import type { ProjectionSet } from '../platform/projections/unit/projection-set.js';
import { READ_MODEL_FILE } from '../platform/environment/data-folder.js';
import { deleteReadModelFile } from '../platform/projections/file/read-model-file.js';
import { StartRefused, streamPrefix, type Environment } from '../platform/environment/settings.js';
import type { CommandLine, CommandName } from './command-line.js';
import { copyLog } from './copy-log.js';
import { countLog } from './count-log.js';
import {
  assertApart,
  openToFill,
  openToRead,
  ownPlace,
  placeOf,
  prefixed,
  shown,
  type Place,
} from './place.js';
import { copyReport, statsReport, verifyReport } from './report.js';
import { LogForeign, verifyLog, type NotedRoot } from './verify-log.js';

/** The read model beside the log was changed, or is damaged. */
class ReadModelDiffers extends Error {
  constructor(path: string) {
    super(
      `The events of the log verify, but the read model ${path} says something else than the log. Stop the service and run npm run rebuild.`,
    );
  }
}

/** Gets the current step and its progress, 0 to 1. Throws when the user stopped the command. */
export type OnProgress = (what: string, share: number) => void;

interface CommandContext {
  line: CommandLine;
  /**
   * The given place, or else the place where the service keeps its log.
   * @param prefix before the names of streams there, or else that of the service
   */
  placeOr(given: string | undefined, prefix?: string): Place;
  onProgress: OnProgress;
  /** What the service keeps of the log, to compare that with it; absent: it is not compared. */
  projections: (() => Promise<ProjectionSet>) | undefined;
}

/**
 * Runs one command.
 * @returns what to print
 * @throws StartRefused or an error of the log; each message is one sentence to show
 */
export async function runCommand(
  line: CommandLine,
  env: Environment,
  onProgress: OnProgress,
  projections?: () => Promise<ProjectionSet>,
): Promise<string> {
  return COMMANDS[line.command]({
    line,
    projections,
    placeOr: (given, prefix) => {
      const own = streamPrefix('EVENTSTORE_PREFIX', env['EVENTSTORE_PREFIX']);
      const place = given === undefined ? ownPlace(env) : placeOf(given, own);
      return prefix === undefined ? place : prefixed(place, prefix);
    },
    onProgress,
  });
}

const COMMANDS: Record<CommandName, (context: CommandContext) => Promise<string>> = {
  async copy({ line: { from, to, fromPrefix, toPrefix, people, withoutForeign }, placeOr, onProgress }) {
    const places = { from: placeOr(from, fromPrefix), to: placeOr(to, toPrefix) };
    assertApart(places.from, places.to);
    const begin = performance.now();
    const copied = await withLog(places.from, async (source) => {
      const target = await openToFill(places.to);
      try {
        return await copyLog(source, target, {
          people,
          withoutForeign,
          onProgress: (share) => onProgress('Copying the log', share),
        });
      } finally {
        await target.events.close();
      }
    });
    return copyReport(
      copied,
      { from: shown(places.from), to: shown(places.to) },
      people,
      (performance.now() - begin) / 1000,
    );
  },

  async verify({ line: { from, fromPrefix, root, events }, placeOr, onProgress, projections }) {
    const noted: NotedRoot | undefined =
      root === undefined ? undefined : { root, ...(events !== undefined && { events }) };
    const place = placeOr(from, fromPrefix);
    const found = await withLog(place, (log) =>
      verifyLog(log.events, noted, (share) => onProgress('Verifying the log', share)),
    );
    if ('path' in place) checkLogFile(place.path);
    if (found.foreign) throw new LogForeign(verifyReport(found).trimEnd());
    // Mostly a wrong place or prefix: "all events verify" would hide that.
    if (found.events === 0)
      throw new StartRefused(`There is nothing to verify: no events in ${shown(place)}.`);
    return verifyReport(found) + (projections ? await readModelReport(place, projections, onProgress) : '');
  },

  async stats({ line: { from, fromPrefix }, placeOr, onProgress }) {
    const place = placeOr(from, fromPrefix);
    const found = await withLog(place, (log) =>
      countLog(log, (share) => onProgress('Counting the events', share)),
    );
    return statsReport(
      found,
      shown(place),
      'path' in place ? sizeOf(place.path) + sizeOf(`${place.path}-wal`) : undefined,
    );
  },

  async backup({ line: { from, to = '' }, placeOr, onProgress }) {
    const source = fileOf(placeOr(from));
    const file = 'path' in placeOr(to) ? resolve(to) : fileOf(placeOr(to));
    const found = await backupLog(source, file, {
      onProgress: (share) => onProgress('Backing up the log', share),
      verify: ({ events }) =>
        verifyLog(events, undefined, (share) => onProgress('Verifying the backup', share)),
    });
    return `${file} is a backup of ${source}. ${verifyReport(found)}`;
  },

  async restore({ line: { from, to }, placeOr, onProgress }) {
    const [file, path] = [fileOf(placeOr(from)), fileOf(placeOr(to))];
    const found = await restoreLog(file, path, {
      onProgress: (share) => onProgress('Restoring the log', share),
      async verify({ events }) {
        const verified = await verifyLog(events, undefined, (share) =>
          onProgress('Verifying the log', share),
        );
        // While the lock is still held. The next start rebuilds the read model from the restored log.
        deleteReadModelFile(join(dirname(path), READ_MODEL_FILE));
        return verified;
      },
    });
    return `${path} is the log of ${file} again. ${verifyReport(found)}`;
  },
};

/**
 * What the read model beside an embedded log says of it; nothing where there is none.
 * @throws ReadModelDiffers
 */
async function readModelReport(
  place: Place,
  projections: () => Promise<ProjectionSet>,
  onProgress: OnProgress,
): Promise<string> {
  const path = 'path' in place ? join(dirname(place.path), READ_MODEL_FILE) : undefined;
  if (path === undefined || !existsSync(path)) return '';
  const known = await projections();
  const found = await withLog(place, ({ events }) =>
    heldAgainstLog(path, events, known, () => onProgress('Comparing the read model with the log', 0)),
  );
  if (found === 'something else') throw new ReadModelDiffers(path);
  return found === 'the same'
    ? 'The read model says what the log says.\n'
    : 'The read model is unfinished or of another release, so it was not compared.\n';
}

async function withLog<Result>(place: Place, work: (log: LogToRead) => Promise<Result>): Promise<Result> {
  const log = await openToRead(place);
  try {
    return await work(log);
  } finally {
    await log.events.close();
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** @throws StartRefused when the log is on a server */
function fileOf(place: Place): string {
  if ('path' in place) return place.path;
  throw new StartRefused(
    `The log on ${shown(place)} is backed up and restored by the server's own means; "npm run log -- copy" takes it to a folder and back.`,
  );
}
