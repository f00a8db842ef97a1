import {
  OurEvents,
  rootOf,
  verifyChain,
  type Flaw,
  type Intruder,
  type LogToRead,
  type StreamHead,
} from '#event-store';
import { pagesOf } from './pages-of.js';

export interface Verified {
  events: number;
  streams: number;
  /**
   * SHA-256 (hex) over the ends of all streams (`rootOf`). A copy kept elsewhere later reveals a missing tail
   * or a lost stream.
   */
  root: string;
  /** Foreign events in our streams, if there are any; not counted above. */
  foreign?: Foreign;
}

export interface Foreign {
  count: number;
  first: Intruder;
}

/** A root that was noted earlier, and the number of events it covers (all events by default). */
export interface NotedRoot {
  root: string;
  events?: number;
}

/** The log does not hold what was recorded. The message says where. */
export class LogChanged extends Error {
  override readonly name = 'LogChanged';
}

/** The log holds foreign events in our streams. The message says where. */
export class LogForeign extends Error {
  override readonly name = 'LogForeign';
}

/** Says in one sentence which foreign events a log holds. */
export const foreignSentence = ({ count, first: { stream, version, reason } }: Foreign): string =>
  `The log holds ${count.toLocaleString('en')} foreign ${count === 1 ? 'event' : 'events'}. The first is event ${version} of ${stream}: ${reason}.`;

/** The foreign events that were found; undefined if there are none. */
export const foreignIn = ({ foreign, first }: OurEvents): Foreign | undefined =>
  first && { count: foreign, first };

/** @throws LogChanged naming the event */
export function refuseFlaw(flaw: Flaw | undefined): void {
  if (flaw)
    throw new LogChanged(
      `The log was changed: event ${flaw.version} of ${flaw.stream} does not verify, ${flaw.problem}.`,
    );
}

/**
 * Reads a whole log. Verifies each event against its hash and the event before it, and the log against a
 * noted root. Events of others are passed over and counted.
 * @throws LogChanged naming the first event that does not verify, or saying that the root differs
 */
export async function verifyLog(
  log: LogToRead['events'],
  noted: NotedRoot | undefined,
  onProgress: (share: number) => void,
): Promise<Verified> {
  const heads = new Map<string, StreamHead>();
  const ours = new OurEvents();
  let events = 0;
  let then: string | undefined;
  for await (const whole of pagesOf(log, onProgress)) {
    const page = ours.in(whole);
    const upTo = noted?.events === undefined ? 0 : Math.min(page.length, noted.events - events);
    if (upTo > 0) {
      refuseFlaw(verifyChain(page.slice(0, upTo), heads));
      if (events + upTo === noted?.events) then = rootOf(heads);
    }
    refuseFlaw(verifyChain(page.slice(Math.max(0, upTo)), heads));
    events += page.length;
  }
  const root = rootOf(heads);
  if (noted) compareRoots(noted, noted.events === undefined ? root : then, events);
  const foreign = foreignIn(ours);
  return { events, streams: heads.size, root, ...(foreign && { foreign }) };
}

function compareRoots(noted: NotedRoot, found: string | undefined, events: number): void {
  if (found === undefined)
    throw new LogChanged(
      `The log holds ${events.toLocaleString('en')} events, fewer than when the root was noted: its end is missing.`,
    );
  if (found === noted.root) return;
  const those =
    noted.events === undefined ? 'all events' : `the first ${noted.events.toLocaleString('en')} events`;
  throw new LogChanged(`The log is not the one whose root was noted: the root of ${those} is ${found}.`);
}
