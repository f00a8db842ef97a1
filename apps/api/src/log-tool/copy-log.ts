import { setTimeout as pause } from 'node:timers/promises';
import {
  EVENT_LIMIT,
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
import { LogChanged, refuseFlaw, type Verified } from './verify-log.js';

/** A log that another one is copied to. */
export interface LogToFill extends Log {
  /** Appends in the order given. What was stored when it fails is a beginning of what was asked. */
  appendInOrder(appends: readonly Append[]): Promise<void>;
}

export interface Copying {
  /** Whether the names of people go along. */
  people: boolean;
  /** Told how much is done, 0 to 1; what it throws ends the copying at a place from which it can go on. */
  onProgress(share: number): void;
}

export interface Copied {
  from: Verified;
  /** Of what was read from it, not of what was sent to it. */
  to: Verified;
  /** How many events were missing before. */
  copied: number;
  names: number;
  /** True when events came to the source after the copying began. */
  grown: boolean;
}

/** The log copied to holds something else than the one copied from. */
class NoBeginning extends Error {
  override readonly name = 'NoBeginning';
}

/**
 * Copies a log to one that is empty or holds its beginning, such as an earlier copying left behind: streams,
 * versions, ids, times, metadata and hashes as they are, in the order of the whole log. Every event is
 * verified as it is read and, byte by byte, held against what then stands in the target.
 * @throws LogChanged naming the first event of the source that does not verify
 * @throws NoBeginning naming the first event of the target that is not the source's
 */
export async function copyLog(
  source: LogToRead,
  target: LogToFill,
  { people, onProgress }: Copying,
): Promise<Copied> {
  const [from, to] = [new Seen(), new Seen()];
  let copied = 0;
  let reached: Position | undefined;
  for await (const page of pagesOf(source.events, onProgress)) {
    refuseFlaw(verifyChain(page, from.heads));
    from.add(page);
    // Once the target was found to end, nobody but us adds to it.
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
    reached = page.at(-1)?.position;
  }
  const [further] = await target.events.readAll(to.last, 1);
  if (further)
    throw new NoBeginning(
      `${OTHER}: it holds event ${further.version} of ${further.stream}, where the source ends.`,
    );
  const names = people ? await copyNames(source, target) : 0;
  const grown = (await source.events.readAll(reached, 1)).length > 0;
  return { from: from.summary(), to: to.summary(), copied, names, grown };
}

const READ_BACK_MS = 10_000;
const RETRY_MS = 100;

/** What was read of a log so far. */
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
 * Events that follow each other in the log and belong to one stream share an append, which stays below what
 * the smallest server takes.
 * @param events of a log, in its order
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

/** @throws NoBeginning naming the first event that differs */
function assertSame(wanted: readonly StoredEvent[], found: readonly StoredEvent[]): void {
  found.forEach((event, index) => {
    const right = wanted[index];
    if (right && textOf(right) === textOf(event)) return;
    const here = `event ${event.version} of ${event.stream}`;
    const there = `event ${right?.version} of ${right?.stream}`;
    throw new NoBeginning(
      `${OTHER}: ${here === there ? `${here} has another content` : `${here} stands where the source has ${there}`}.`,
    );
  });
}

/**
 * What was just written, as the target gives it: one node of a cluster may know it a moment later than the
 * one that took it.
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
