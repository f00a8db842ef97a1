import { DIAGRAM_EVENTS, type StoredDiagram } from '#domain';
import type { EventStore, Metadata, Position, RawEvent } from '#event-store';
import type { OutlineText } from '../outline-text.js';
import { BuildThread, threadAvailable } from './build-thread.js';
import { ModelBuild, type BuildEvent, type BuildPage, type ReadDiagram } from './model-build.js';

/** Where a build takes its pages. */
interface Builder {
  /** How many it was given and has not done yet. */
  waiting?: number;
  apply(page: BuildPage): Promise<void> | void;
  complete(): Promise<void> | void;
  close(): Promise<void> | void;
}

export interface BuildSettings {
  /** Of the file to make. */
  path: string;
  outlineText: OutlineText;
  /** Told of each page that was handed over. @returns false to break the build off */
  onPage: (events: readonly RawEvent[]) => boolean;
}

const MOST_EVENTS = 1_000;
/**
 * So many pages are on their way at most: one being written, one ready to follow it at once, one being made.
 */
const PAGES = 3;
/**
 * What a page should have at most, so that what is on its way follows neither the log nor its largest events.
 */
const PAGE_BYTES = 2 * 1024 * 1024;

/**
 * Makes the file of a read model from the whole log. While a thread writes one page, those that follow are
 * read from the log, and of their diagrams as many as there is time for: both processors of a small machine
 * are used, and between two pages there is room for requests.
 * @returns whether it was made, and not broken off
 */
export async function buildFromLog(
  store: EventStore,
  { path, outlineText, onPage }: BuildSettings,
): Promise<boolean> {
  let page = await store.readAllRaw(undefined, MOST_EVENTS);
  // A short log is read before a thread would have begun.
  const builder: Builder =
    page.length === MOST_EVENTS && threadAvailable()
      ? BuildThread.begin(path)
      : new ModelBuild(path, outlineText);
  try {
    const onTheirWay: Promise<void>[] = [];
    for (
      let after: Position | undefined;
      page.length > 0;
      page = await store.readAllRaw(after, fitting(page))
    ) {
      const next = hand(store, builder, after, page, outlineText);
      // Should a page before it fail, nobody asks any more what became of this one.
      next.catch(() => undefined);
      onTheirWay.push(next);
      if (onTheirWay.length === PAGES) await onTheirWay.shift();
      if (!onPage(page)) return false;
      after = page.at(-1)![2];
    }
    for (const page of onTheirWay) await page;
    await builder.complete();
    return true;
  } finally {
    await builder.close();
  }
}

/** An event that is not JSON is found by whoever applies it; the log itself says it best. */
async function hand(
  store: EventStore,
  builder: Builder,
  after: Position | undefined,
  page: readonly RawEvent[],
  outlineText: OutlineText,
): Promise<void> {
  try {
    await builder.apply({
      events: page.map(withMetadataRead),
      diagrams: readAhead(page, builder, outlineText),
    });
  } catch (error) {
    await store.readAll(after, page.length);
    throw error;
  }
}

/** The thread has more to do than whoever reads the log, so half of the reading of JSON is done here. */
function withMetadataRead([stream, version, position, type, data, metadata]: RawEvent): BuildEvent {
  const { hash, at, actor, commandId, demo, schemaVersion } = JSON.parse(metadata) as Metadata;
  return [stream, version, position, type, data, hash, at, actor, commandId, demo, schemaVersion];
}

/**
 * What was read from the diagrams of a page while the builder had enough to do; the others it reads itself.
 */
function readAhead(
  events: readonly RawEvent[],
  builder: Builder,
  outlineText: OutlineText,
): [number, ReadDiagram][] {
  const found: [number, ReadDiagram][] = [];
  for (const [index, [, , , type, data]] of events.entries()) {
    if (!DIAGRAM_EVENTS.has(type)) continue;
    if ((builder.waiting ?? 0) < PAGES - 1) break;
    found.push([index, read(data, outlineText)]);
  }
  return found;
}

function read(data: string, outlineText: OutlineText): ReadDiagram {
  try {
    return { outline: outlineText((JSON.parse(data) as { diagram: StoredDiagram }).diagram) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** How many events of the size of those of a page make up the next. */
function fitting(page: readonly RawEvent[]): number {
  const length = page.reduce((sum, event) => sum + event[4].length + event[5].length, 0);
  return Math.max(1, Math.min(MOST_EVENTS, Math.floor((PAGE_BYTES / length) * page.length)));
}
