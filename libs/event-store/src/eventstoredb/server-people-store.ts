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
import { PEOPLE, PERSON_PREFIX } from './recorded-events.js';
import { collected, inTime, OF_THE_LEADER } from './retrying.js';

const AT_ONCE = 16;

/**
 * Names of people on a server: one stream each, deleted when the name is erased; the server's next scavenge
 * takes the bytes away. Pseudonymous ids stand in a stream of their own, so that nobody has to read through
 * the log to find whose names are kept. A stream that the server's administrator deleted for good never takes
 * a name again: whose it was stays without one.
 */
export class ServerPeopleStore implements PeopleStore {
  constructor(private readonly connection: Connection) {}

  async put({ id, name }: NamedPerson): Promise<void> {
    // The id first: one without a name is no harm, a name that nobody finds would be.
    await this.#change(PEOPLE, async (last) => {
      if ((await this.#ids()).has(id)) return undefined;
      return this.#append(PEOPLE, last, 'PersonKnown', { id });
    });
    await this.#change(streamOf(id), async (last, lastName) =>
      lastName === name ? undefined : this.#append(streamOf(id), last, 'PersonNamed', { id, name }),
    );
  }

  async get(id: string): Promise<NamedPerson | undefined> {
    const last = await this.#last(streamOf(id));
    return last ? { id, name: nameIn(last) } : undefined;
  }

  async all(): Promise<NamedPerson[]> {
    const ids = [...(await this.#ids())].sort();
    const found: NamedPerson[] = [];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const people = await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => this.get(id)));
      found.push(...people.flatMap((person) => person ?? []));
    }
    return found;
  }

  async erase(id: string): Promise<void> {
    const stream = streamOf(id);
    await this.#change(stream, async (last) => {
      if (typeof last !== 'bigint') return;
      await this.connection.ask((client) => inTime(client.deleteStream(stream, { expectedRevision: last })));
    });
  }

  /** Makes a change on the stream as it stands; again when somebody else was first. */
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
    await this.connection.ask((client) => inTime(client.appendToStream(stream, event, { expectedRevision })));
  }

  async #ids(): Promise<Set<string>> {
    return new Set(
      (await this.#read(PEOPLE)).map(({ data }) => String((data as Record<string, unknown>).id)),
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
        collected(client.readStream(stream, { ...options, ...OF_THE_LEADER })),
      );
      return resolved.flatMap(({ event }) => (event?.isJson ? [event as JSONRecordedEvent] : []));
    } catch (error) {
      if (error instanceof StreamNotFoundError || error instanceof StreamDeletedError) return [];
      throw error;
    }
  }
}

const streamOf = (id: string): string => `${PERSON_PREFIX}${id}`;
const nameIn = ({ data }: JSONRecordedEvent): string => String((data as Record<string, unknown>).name);
