import {
  BACKWARDS,
  END,
  jsonEvent,
  NO_STREAM,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError,
  type AppendExpectedRevision,
  type JSONRecordedEvent,
} from '@eventstore/db-client';
import type { NamedPerson, PeopleStore } from '../people.js';
import type { Connection } from './connection.js';
import { readToEnd, withTimeout, FROM_LEADER } from './retrying.js';
import { PEOPLE, PERSON, type StreamNames } from './stream-names.js';

const READS_AT_ONCE = 16;

/**
 * Names of people on a server. Each name has its own stream. Erasing the name deletes the stream, and the
 * server's next scavenge removes the bytes. One more stream lists the pseudonymous ids, so that finding all
 * names does not require reading the log. A stream that an administrator of the server deleted permanently
 * never accepts a name again: that person stays without a name.
 */
export class ServerPeopleStore implements PeopleStore {
  readonly #people: string;

  constructor(
    private readonly connection: Connection,
    private readonly names: StreamNames,
  ) {
    this.#people = names.onServer(PEOPLE);
  }

  async put({ id, name }: NamedPerson): Promise<void> {
    // The id first. An id without a name does no harm, but a name that cannot be found would.
    await this.#change(this.#people, async (last) => {
      if ((await this.#ids()).has(id)) return undefined;
      return this.#append(this.#people, last, 'PersonKnown', { id });
    });
    await this.#change(this.#streamOf(id), async (last, lastName) =>
      lastName === name ? undefined : this.#append(this.#streamOf(id), last, 'PersonNamed', { id, name }),
    );
  }

  async get(id: string): Promise<NamedPerson | undefined> {
    const last = await this.#last(this.#streamOf(id));
    return last ? { id, name: nameIn(last) } : undefined;
  }

  async all(): Promise<NamedPerson[]> {
    const ids = [...(await this.#ids())].sort();
    const found: NamedPerson[] = [];
    for (let start = 0; start < ids.length; start += READS_AT_ONCE) {
      const people = await Promise.all(ids.slice(start, start + READS_AT_ONCE).map((id) => this.get(id)));
      found.push(...people.flatMap((person) => person ?? []));
    }
    return found;
  }

  async erase(id: string): Promise<void> {
    const stream = this.#streamOf(id);
    await this.#change(stream, async (last) => {
      if (typeof last !== 'bigint') return;
      await this.connection.ask((client) =>
        withTimeout(client.deleteStream(stream, { expectedRevision: last })),
      );
    });
  }

  #streamOf(id: string): string {
    return this.names.onServer(`${PERSON}${id}`);
  }

  /** Makes a change based on the end of the stream. Retries when another writer was first. */
  async #change(
    stream: string,
    change: (last: AppendExpectedRevision, name: string | undefined) => Promise<unknown>,
  ): Promise<void> {
    for (;;) {
      const last = await this.#last(stream);
      try {
        await change(last?.revision ?? NO_STREAM, last && nameIn(last));
        return;
      } catch (error) {
        if (error instanceof StreamDeletedError) return;
        if (!(error instanceof WrongExpectedVersionError)) throw error;
      }
    }
  }

  async #append(
    stream: string,
    expectedRevision: AppendExpectedRevision,
    type: string,
    data: Record<string, string>,
  ): Promise<void> {
    const event = jsonEvent({ type, data });
    await this.connection.ask((client) =>
      withTimeout(client.appendToStream(stream, event, { expectedRevision })),
    );
  }

  async #ids(): Promise<Set<string>> {
    return new Set(
      (await this.#read(this.#people)).map(({ data }) => String((data as Record<string, unknown>).id)),
    );
  }

  async #last(stream: string): Promise<JSONRecordedEvent | undefined> {
    return (await this.#read(stream, { fromRevision: END, direction: BACKWARDS, maxCount: 1 }))[0];
  }

  async #read(
    stream: string,
    options?: { fromRevision: typeof END; direction: typeof BACKWARDS; maxCount: number },
  ): Promise<JSONRecordedEvent[]> {
    try {
      const resolved = await this.connection.ask((client) =>
        readToEnd(client.readStream(stream, { ...options, ...FROM_LEADER })),
      );
      return resolved.flatMap(({ event }) => (event?.isJson ? [event as JSONRecordedEvent] : []));
    } catch (error) {
      if (error instanceof StreamNotFoundError || error instanceof StreamDeletedError) return [];
      throw error;
    }
  }
}

const nameIn = ({ data }: JSONRecordedEvent): string => String((data as Record<string, unknown>).name);
