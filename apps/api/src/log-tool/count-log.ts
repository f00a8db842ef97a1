import { isShapedForeign, type LogToRead, type StoredEvent } from '#event-store';
import { pagesOf } from './pages-of.js';

interface Count {
  events: number;
  /** Bytes of data and metadata as JSON. */
  bytes: number;
}

export interface Statistics extends Count {
  streams: number;
  /** The number of events of the demonstration story. */
  demo: number;
  /** Times of the earliest and the latest event, RFC 3339 in UTC; undefined in an empty log. */
  first: string | undefined;
  last: string | undefined;
  largest: { stream: string; version: number; type: string; bytes: number } | undefined;
  types: Map<string, Count>;
  /** By day in UTC, `2026-03-02`. */
  days: Map<string, Count>;
  /** The number of names of people beside the log. */
  names: number;
  /** The number of foreign events in our streams; not counted elsewhere. */
  foreign: number;
}

/** Counts the content of a log. It verifies nothing. */
export async function countLog(log: LogToRead, onProgress: (share: number) => void): Promise<Statistics> {
  const streams = new Set<string>();
  const found: Statistics = {
    events: 0,
    bytes: 0,
    streams: 0,
    demo: 0,
    first: undefined,
    last: undefined,
    largest: undefined,
    types: new Map(),
    days: new Map(),
    names: 0,
    foreign: 0,
  };
  for await (const page of pagesOf(log.events, onProgress)) {
    for (const event of page) {
      if (isShapedForeign(event)) {
        found.foreign++;
        continue;
      }
      streams.add(event.stream);
      add(found, event);
    }
  }
  return { ...found, streams: streams.size, names: (await log.people.all()).length };
}

function add(found: Statistics, { stream, version, type, data, metadata }: StoredEvent): void {
  const { at, demo } = metadata;
  const bytes = Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata));
  for (const count of [found, counted(found.types, type), counted(found.days, at.slice(0, 10))]) {
    count.events++;
    count.bytes += bytes;
  }
  if (demo) found.demo++;
  if (found.first === undefined || at < found.first) found.first = at;
  if (found.last === undefined || at > found.last) found.last = at;
  if (found.largest === undefined || bytes > found.largest.bytes)
    found.largest = { stream, version, type, bytes };
}

function counted(counts: Map<string, Count>, key: string): Count {
  const count = counts.get(key) ?? { events: 0, bytes: 0 };
  if (!counts.has(key)) counts.set(key, count);
  return count;
}

/** Sums the days by month (`2026-03`), in order. */
export function months(days: ReadonlyMap<string, Count>): Map<string, Count> {
  const sums = new Map<string, Count>();
  for (const [day, { events, bytes }] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = counted(sums, day.slice(0, 7));
    sum.events += events;
    sum.bytes += bytes;
  }
  return sums;
}
