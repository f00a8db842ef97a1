import { setTimeout as pause } from 'node:timers/promises';
import {
  EVENT_LIMIT,
  OurEvents,
  rootOf,
  verifyChain,
  type Append,
  type Log,
  type LogToRead,
  type Position,
  type StoredEvent,
  type StreamHead,
} from '#event-store';
import { pagesOf } from './pages-of.js';
import {
  foreignIn,
  foreignSentence,
  LogChanged,
  LogForeign,
  refuseFlaw,
  type Foreign,
  type Verified,
} from './verify-log.js';

/** A log that is the target of a copy. */
export interface LogToFill extends Log {
  /** Appends in the given order. If it fails, the first part of the appends may be stored, without gaps. */
  appendInOrder(appends: readonly Append[]): Promise<void>;
}

export interface Copying {
  /** Whether to copy the names of people. */
  people: boolean;
  /** Whether to leave out foreign events in our streams. */
  withoutForeign?: boolean;
  /** Gets the progress, 0 to 1. An error it throws ends the copying, which can be resumed later. */
  onProgress(share: number): void;
}

export interface Copied {
  from: Verified;
  /** Computed from what was read from the target, not from what was sent to it. */
  to: Verified;
  /** The number of events that were missing in the target. */
  copied: number;
  names: number;
  /** What was left out; undefined where nothing was. */
  foreign: Foreign | undefined;
  /** True when the source got new events after the copying began. */
  grown: boolean;
}

/** The target is not a beginning of the source. */
class TargetDiffers extends Error {
  override readonly name = 'TargetDiffers';
}

/**
 * Copies a log to a target that is empty or holds a beginning of the log, for example from an interrupted
 * copy. Streams, versions, ids, times, metadata, hashes and the order of the whole log stay the same. Each
 * event is verified when it is read, then read back from the target and compared byte by byte.
 * @throws LogChanged naming the first event of the source that does not verify
 * @throws LogForeign naming the first foreign event, unless foreign events are left out
 * @throws TargetDiffers naming the first event of the target that differs from the source
 */
export async function copyLog(
  source: LogToRead,
  target: LogToFill,
  { people, withoutForeign = false, onProgress }: Copying,
): Promise<Copied> {
  const [from, to] = [new Seen(), new Seen()];
  const ours = new OurEvents();
  let copied = 0;
  let reached: Position | undefined;
  for await (const whole of pagesOf(source.events, onProgress)) {
    const page = ours.in(whole);
    const found = foreignIn(ours);
    if (found && !withoutForeign)
      throw new LogForeign(
        `${foreignSentence({ ...found, count: 1 })} “copy --without-foreign” makes a log without such events.`,
      );
    refuseFlaw(verifyChain(page, from.heads));
    from.add(page);
    // After the end of the target was reached, only this copy adds to it.
    const present = copied > 0 ? [] : await target.events.readAll(to.last, page.length);
    assertSame(page, present);
    to.add(present);
    const missing = page.slice(present.length);
    if (missing.length > 0) {
      await target.appendInOrder(runsOf(missing));
      const stored = await readBack(target, to.last, missing.length);
      assertSame(missing, stored);
      to.add(stored);
      copied += stored.length;
    }
    reached = whole.at(-1)?.position;
  }
  const [further] = await target.events.readAll(to.last, 1);
  if (further)
    throw new TargetDiffers(
      `${OTHER}: it holds event ${further.version} of ${further.stream}, where the source ends.`,
    );
  const names = people ? await copyNames(source, target) : 0;
  const grown = (await source.events.readAll(reached, 1)).length > 0;
  return { from: from.summary(), to: to.summary(), copied, names, foreign: foreignIn(ours), grown };
}

const READ_BACK_MS = 10_000;
const RETRY_MS = 100;

/** Sums up the part of a log that was read so far. */
class Seen {
  readonly heads = new Map<string, StreamHead>();
  last: Position | undefined;
  #events = 0;

  add(events: readonly StoredEvent[]): void {
    for (const { stream, version, metadata } of events)
      this.heads.set(stream, { version, hash: metadata.hash, at: metadata.at });
    this.#events += events.length;
    this.last = events.at(-1)?.position ?? this.last;
  }

  summary(): Verified {
    return { events: this.#events, streams: this.heads.size, root: rootOf(this.heads) };
  }
}

/**
 * Groups events into appends. Events of one stream that follow each other in the log share an append. An
 * append stays below the limit of the strictest server.
 * @param events of a log, in the order of the log
 */
export function runsOf(events: readonly StoredEvent[]): Append[] {
  const runs: (Append & { events: StoredEvent[] })[] = [];
  let bytes = 0;
  for (const event of events) {
    const run = runs.at(-1);
    const size = Buffer.byteLength(textOf(event));
    bytes += size;
    if (run && run.stream === event.stream && bytes < EVENT_LIMIT) run.events.push(event);
    else {
      runs.push({ stream: event.stream, expectedVersion: event.version - 1, events: [event] });
      bytes = size;
    }
  }
  return runs;
}

const textOf = ({ stream, version, type, data, metadata }: StoredEvent): string =>
  JSON.stringify([stream, version, type, data, metadata]);

const OTHER = 'The log copied to is neither empty nor a beginning of the one copied from';

/** @throws TargetDiffers naming the first event that differs */
function assertSame(wanted: readonly StoredEvent[], found: readonly StoredEvent[]): void {
  found.forEach((event, index) => {
    const right = wanted[index];
    if (right && textOf(right) === textOf(event)) return;
    const here = `event ${event.version} of ${event.stream}`;
    const there = `event ${right?.version} of ${right?.stream}`;
    throw new TargetDiffers(
      `${OTHER}: ${here === there ? `${here} has another content` : `${here} stands where the source has ${there}`}.`,
    );
  });
}

/**
 * Reads back what was just written. Retries for a while, because one node of a cluster may have it a moment
 * later than the node that accepted it.
 */
async function readBack(
  target: LogToFill,
  after: Position | undefined,
  count: number,
): Promise<StoredEvent[]> {
  for (const begin = performance.now(); performance.now() - begin < READ_BACK_MS; await pause(RETRY_MS)) {
    const stored = await target.events.readAll(after, count);
    if (stored.length === count) return stored;
  }
  throw new LogChanged('The log copied to does not give back what was written to it.');
}

async function copyNames(source: LogToRead, target: Log): Promise<number> {
  const people = await source.people.all();
  const kept = new Map((await target.people.all()).map(({ id, name }) => [id, name]));
  for (const person of people) if (kept.get(person.id) !== person.name) await target.people.put(person);
  return people.length;
}
