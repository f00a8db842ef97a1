import type { EventStore, Position, RawEvent } from '#event-store';
import { currentEvent } from '../unit/current-event.js';
import type { EventToApply, Prepared, Projection } from '../unit/projection.js';
import type { ProjectionSet } from '../unit/projection-set.js';
import { prefixOf } from '../unit/stream-name.js';
import { beginBuild, type BuildTask } from './begin-build.js';
import { eventAt, PageMaker, type BuildPage } from './build-page.js';
import { BuildThread, threadAvailable } from './build-thread.js';

/** What a build needs of a log. */
export type Readable = Pick<EventStore, 'readAll' | 'readAllRaw'>;

/** What takes the pages of a build: a thread, or the build itself. */
interface Builder {
  /** Number of pages that it was given and has not done yet. */
  waiting?: number;
  apply(page: BuildPage): Promise<void> | void;
  complete(): Promise<void> | void;
  close(): Promise<void> | void;
}

export interface BuildSettings extends BuildTask {
  projections: ProjectionSet;
  /** Position of the last event to apply. Without it, the whole log is applied. */
  until?: Position;
  onPage: OnPage;
}

/** Told of each page that was handed over. @returns false to break the build off */
export type OnPage = (events: readonly RawEvent[]) => boolean;

const MOST_EVENTS = 500;
/** Most JSON of several events in a page, so that what is on its way does not grow with large events. */
const PAGE_SIZE = 1024 * 1024;
/** At most so many pages are on their way. With fewer, one thread would often wait for the other. */
const PAGES = 6;

/**
 * Makes the file of a read model, or some projections in one, from the log. While a thread writes one page,
 * this one reads the next from the log and prepares as many of their events as there is time for. So both
 * processors of a small machine are used, and between two pages there is room for requests.
 * @returns whether it was made, and not broken off
 */
export async function buildFromLog(store: Readable, settings: BuildSettings): Promise<boolean> {
  const { projections, until, onPage } = settings;
  const task: BuildTask = { path: settings.path, ...(settings.only && { only: settings.only }) };
  const preparing = preparingIn(projections, task.only);
  const pages = new PageMaker();
  let page = await store.readAllRaw(undefined, MOST_EVENTS, PAGE_SIZE);
  // A log of one page is read before a thread would have started.
  const builder: Builder =
    threadAvailable() && (await isMore(store, page))
      ? BuildThread.begin(task, projections.module)
      : beginBuild(task, projections);
  try {
    const onTheirWay: Promise<void>[] = [];
    for (
      let after: Position | undefined;
      page.length > 0;
      page = await store.readAllRaw(after, MOST_EVENTS, PAGE_SIZE)
    ) {
      page = upTo(until, page);
      const next = hand(store, builder, after, page, pages, preparing);
      // If an earlier page fails, this one is not awaited.
      next.catch(() => undefined);
      onTheirWay.push(next);
      if (onTheirWay.length === PAGES) await onTheirWay.shift();
      if (!onPage(page)) return false;
      after = page.at(-1)![2];
      if (after === until) break;
    }
    for (const page of onTheirWay) await page;
    await builder.complete();
    return true;
  } finally {
    await builder.close();
  }
}

/** An event that is not JSON fails where it is applied; reading it from the log gives the better message. */
async function hand(
  store: Readable,
  builder: Builder,
  after: Position | undefined,
  events: readonly RawEvent[],
  pages: PageMaker,
  preparing: Preparing,
): Promise<void> {
  try {
    const page = pages.make(events);
    prepareAhead(page, builder, preparing);
    await builder.apply(page);
  } catch (error) {
    await store.readAll(after, events.length);
    throw error;
  }
}

type Preparing = (stream: string, type: string) => readonly Projection[];

/** Which projections prepare an event. */
function preparingIn({ list }: ProjectionSet, only: readonly string[] | undefined): Preparing {
  const preparing = list.filter(({ name, prepare }) => prepare && (!only || only.includes(name)));
  const all = new Set(preparing.flatMap(({ types = [] }) => [...types]));
  return (stream, type) =>
    all.has(type)
      ? preparing.filter(
          ({ types, streams }) =>
            types?.has(type) && streams.some(({ prefix }) => prefix === prefixOf(stream)),
        )
      : [];
}

/** Prepares what can be prepared while the builder has work. It prepares the other events itself. */
function prepareAhead(page: BuildPage, builder: Builder, preparing: Preparing): void {
  for (const [place, type] of page.types.entries()) {
    for (const projection of preparing(page.words[page.streams[place]!]!, page.words[type]!)) {
      if (!builder.waiting) return;
      page.prepared.push([place, projection.name, prepare(projection, eventAt(page, place))]);
    }
  }
}

function prepare(projection: Projection, event: EventToApply): Prepared {
  try {
    const kind = projection.streams.find(({ prefix }) => prefix === prefixOf(event.stream))!;
    return { text: projection.prepare!(currentEvent(kind, event)) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function upTo(until: Position | undefined, page: RawEvent[]): RawEvent[] {
  const last = until === undefined ? -1 : page.findIndex(([, , position]) => position === until);
  return last === -1 ? page : page.slice(0, last + 1);
}

/** Whether the log goes on after a page. */
async function isMore(store: Readable, page: readonly RawEvent[]): Promise<boolean> {
  const last = page.at(-1);
  return last !== undefined && (await store.readAllRaw(last[2], 1)).length > 0;
}
