import {
  BACKWARDS,
  END,
  START,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type Position as ServerPosition,
} from '@eventstore/db-client';
import { isAfter } from './positions.js';
import { positionOfEntry } from './recorded-events.js';
import { FROM_LEADER, readToEnd } from './retrying.js';

/** The newest entry of the whole server, of any program. One step for the server: it scans nothing. */
export const newestEntry = (
  client: EventStoreDBClient,
  requiresLeader: boolean,
): Promise<AllStreamResolvedEvent[]> =>
  readToEnd(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1, requiresLeader }));

/** More events of ours than this since the last search: the newest is near the end, so search from there. */
const FEW = 32;

/** What part of the log to read, of what the server's filter lets through. */
export interface PageOptions {
  fromPosition: ServerPosition | typeof START | typeof END;
  maxCount: number;
  direction?: typeof BACKWARDS;
  requiresLeader?: boolean;
}

interface Found {
  /** The place up to which nothing newer is in the log. */
  upTo: ServerPosition | undefined;
  newest: ServerPosition | undefined;
}

/**
 * Finds the newest event of our log among those of other programs. A search begins where the last one ended,
 * so that the server never passes the same events of others twice.
 */
export class NewestEvent {
  #found: Found | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<ServerPosition | undefined> | undefined;

  /**
   * @param end reads the newest entry of the server
   * @param page reads a part of the log
   * @param isOurs of an entry that passed the filter
   */
  constructor(
    private readonly end: () => Promise<AllStreamResolvedEvent[]>,
    private readonly page: (options: PageOptions) => Promise<AllStreamResolvedEvent[]>,
    private readonly isOurs: (entry: AllStreamResolvedEvent) => boolean,
  ) {}

  /**
   * The newest event at the time of the call or later. All who ask while a search runs share the one after
   * it: the running one may have passed the end before they asked.
   */
  position(): Promise<ServerPosition | undefined> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      const search = this.#search();
      this.#running = search.catch(() => undefined);
      return search;
    });
    return this.#next;
  }

  async #search(): Promise<ServerPosition | undefined> {
    const upTo = positionOfEntry((await this.end())[0] ?? {});
    const known = this.#found;
    if (upTo === undefined || (known && !isAfter(upTo, known.upTo))) return known?.newest;
    const newest = known?.upTo ? await this.#since({ ...known, upTo: known.upTo }) : await this.#fromEnd();
    this.#found = { upTo: isAfter(upTo, newest) ? upTo : newest, newest };
    return newest;
  }

  async #since({ upTo, newest }: Found & { upTo: ServerPosition }): Promise<ServerPosition | undefined> {
    const page = await this.page({ fromPosition: upTo, maxCount: FEW, ...FROM_LEADER });
    return page.length < FEW ? (this.#last(page) ?? newest) : this.#fromEnd();
  }

  async #fromEnd(): Promise<ServerPosition | undefined> {
    let fromPosition: ServerPosition | typeof END = END;
    for (let maxCount = 1; ; maxCount = FEW) {
      const page = await this.page({ fromPosition, maxCount, direction: BACKWARDS, ...FROM_LEADER });
      const newest = this.#last(page.reverse());
      if (newest || page.length < maxCount) return newest;
      fromPosition = positionOfEntry(page[0] ?? {}) ?? END;
    }
  }

  #last(page: readonly AllStreamResolvedEvent[]): ServerPosition | undefined {
    const entry = page.findLast(this.isOurs);
    return entry && positionOfEntry(entry);
  }
}
