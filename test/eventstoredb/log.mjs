/**
 * The log of the double: streams, `$all`, and the server's decision on an append. It follows the list of what
 * a real server did. Where the list says nothing, it follows the server's documentation.
 */
import { EventEmitter } from 'node:events';
import { encode, LogFile } from './log-file.mjs';

/**
 * The revision that means "deleted". As a stream's `$tb` it hides everything. As an event's revision it is a
 * tombstone.
 */
const DELETED = 9223372036854775807n;
/**
 * Real positions have gaps and are large. Here they are so large that a position converted to a number finds
 * another event.
 */
const FIRST_POSITION = 2n ** 53n;
const NO_BYTES = Buffer.alloc(0);
const json = (value) => Buffer.from(JSON.stringify(value));

/** The events that every real server writes before the first append. */
const SYSTEM_EVENTS = [
  ['$$$settings', '$metadata', { $acl: { $w: '$admins' } }],
  ['$users', '$User', 'admin'],
  [
    '$user-admin',
    '$UserCreated',
    { loginName: 'admin', fullName: 'KurrentDB Administrator', groups: ['$admins'] },
  ],
  ['$users', '$User', 'ops'],
  ['$user-ops', '$UserCreated', { loginName: 'ops', fullName: 'KurrentDB Operations', groups: ['$ops'] }],
];

/** `expected` is a revision (bigint), `no_stream`, `any` or `stream_exists`. */
export class Log extends EventEmitter {
  /** All events in order. Those from `#durable` on are not on disk yet and stay invisible. */
  #events = [];
  #durable = 0;
  #streams = new Map();
  #ids = new Map();
  #file;
  #rememberedIds;
  #answeredPlace;

  constructor({ path, rememberedIds = 10_000, answersFirst = false } = {}) {
    super();
    this.#answeredPlace = answersFirst ? 0 : -1;
    this.setMaxListeners(0);
    this.#rememberedIds = rememberedIds;
    this.#file = new LogFile(path);
    for (const { offset, events } of this.#file.appends) this.#index(offset, events);
    this.#durable = this.#events.length;
    this.#file.appends = [];
    if (this.#durable > 0) return;
    for (const [stream, type, data] of SYSTEM_EVENTS)
      void this.#store(stream, [
        {
          id: crypto.randomUUID(),
          type,
          contentType: 'application/json',
          data: json(data),
          metadata: NO_BYTES,
        },
      ]);
  }

  /**
   * Resolves when durable.
   * @returns `{ revision, position }` (bigint, of the last event), `{}` for an append without events,
   * `{ wrongVersion: true, current }`, or `{ deleted: true }`
   */
  async append(stream, expected, proposed) {
    const decision = this.#decide(
      stream,
      expected,
      proposed.map(({ id }) => id),
    );
    if (decision !== 'write' && !decision.known) return decision;
    if (decision.known) {
      await this.#file.append(NO_BYTES);
      return { revision: decision.known.revision, position: decision.known.position };
    }
    if (proposed.length === 0) return {};
    if (this.#truncateBefore(stream) === DELETED)
      void this.#store(`$$${stream}`, [metadataEvent({ $tb: Number(this.#next(stream)) })]);
    const events = await this.#store(stream, proposed);
    for (const { id, revision } of events) this.#remember(id, { stream, revision });
    const last = events.at(-1);
    return { revision: last.revision, position: events.at(this.#answeredPlace).position };
  }

  /** Hides the events of a stream. With `forever` it also refuses new ones. Returns what `append` returns. */
  async delete(stream, expected, forever) {
    const decision = this.#decide(stream, expected, []);
    if (decision !== 'write') return decision;
    const [event] = forever
      ? await this.#store(
          stream,
          [
            {
              id: crypto.randomUUID(),
              type: '$streamDeleted',
              contentType: 'application/octet-stream',
              data: NO_BYTES,
              metadata: NO_BYTES,
            },
          ],
          DELETED,
        )
      : await this.#store(`$$${stream}`, [metadataEvent({ $tb: `${DELETED}` })]);
    return { revision: event.revision, position: event.position };
  }

  /** Clears the server's memory of event ids, as a restart does. */
  forgetIds() {
    this.#ids.clear();
  }

  /**
   * The readable part of a stream: `missing`, `deleted`, or its events with the revisions of the first and
   * last readable event.
   */
  stream(name) {
    const events = this.#streams.get(name);
    if (events?.at(-1)?.revision === DELETED) return 'deleted';
    const before = this.#truncateBefore(name);
    if (!events || before === DELETED || !this.#isDurable(events[0])) return 'missing';
    return { events, first: Number(before), last: events.findLastIndex((event) => this.#isDurable(event)) };
  }

  get length() {
    return this.#durable;
  }

  at(index) {
    return this.#events[index];
  }

  /** Index of the first event at or after a position of the log. */
  indexOf(position) {
    let [low, high] = [0, this.#durable];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#events[middle].position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  close() {
    return this.#file.close();
  }

  /**
   * Decides whether an append is a new one, a repetition or an error. At an exact revision, the ids behind
   * that revision decide.
   */
  #decide(stream, expected, ids) {
    const events = this.#streams.get(stream) ?? [];
    const current = this.#next(stream) - 1n;
    const wrong = { wrongVersion: true, current };
    if (events.at(-1)?.revision === DELETED) return { deleted: true };
    const hidden = this.#truncateBefore(stream) === DELETED;
    if (expected === 'stream_exists' && hidden) return { deleted: true };
    if (expected === 'stream_exists' && current < 0n) return wrong;
    if (expected === 'any' || expected === 'stream_exists') {
      const known = ids
        .map((id) => this.#ids.get(id))
        .map((entry) => (entry?.stream === stream ? entry : undefined));
      if (!known[0]) return 'write';
      return known.every(Boolean) ? { known: events[Number(known.at(-1).revision)] } : wrong;
    }
    const revision = expected === 'no_stream' ? -1n : expected;
    if (revision === current) return 'write';
    if (revision > current || ids.length === 0) return expected === 'no_stream' && hidden ? 'write' : wrong;
    const there = events.slice(Number(revision) + 1, Number(revision) + 1 + ids.length);
    if (there[0]?.id !== ids[0]) return expected === 'no_stream' && hidden ? 'write' : wrong;
    return ids.every((id, place) => there[place]?.id === id) ? { known: there.at(-1) } : wrong;
  }

  async #store(stream, proposed, revision = this.#next(stream)) {
    const created = Date.now();
    const events = proposed.map((event, place) => ({
      ...event,
      stream,
      created,
      revision: `${revision + BigInt(place)}`,
    }));
    const bytes = encode(events);
    const indexed = this.#index(this.#file.end, events);
    const upTo = this.#events.length;
    await this.#file.append(bytes);
    if (upTo > this.#durable) {
      this.#durable = upTo;
      this.emit('grown');
    }
    return indexed;
  }

  #index(offset, events) {
    let position = FIRST_POSITION + BigInt(offset);
    return events.map((event) => {
      const indexed = { ...event, revision: BigInt(event.revision), position };
      position += BigInt(1 + event.data.length + event.metadata.length);
      this.#events.push(indexed);
      if (!this.#streams.has(event.stream)) this.#streams.set(event.stream, []);
      this.#streams.get(event.stream).push(indexed);
      return indexed;
    });
  }

  #remember(id, entry) {
    this.#ids.set(id, entry);
    if (this.#ids.size > this.#rememberedIds) this.#ids.delete(this.#ids.keys().next().value);
  }

  #next(stream) {
    const last = this.#streams.get(stream)?.at(-1);
    return last ? last.revision + 1n : 0n;
  }

  #isDurable(event) {
    const last = this.#events[this.#durable - 1];
    return last !== undefined && event.position <= last.position;
  }

  /** The revision before which a stream hides its events, from its metadata. */
  #truncateBefore(stream) {
    const metadata = stream.startsWith('$$') ? undefined : this.#streams.get(`$$${stream}`)?.at(-1);
    return BigInt(metadata ? (JSON.parse(metadata.data.toString()).$tb ?? 0) : 0);
  }
}

const metadataEvent = (metadata) => ({
  id: crypto.randomUUID(),
  type: '$metadata',
  contentType: 'application/json',
  data: json(metadata),
  metadata: NO_BYTES,
});
