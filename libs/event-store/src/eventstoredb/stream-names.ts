/**
 * What the names of the log's streams begin with, also where this program has no such streams: released
 * programs take them for the log. A hyphen at the end is followed by an id. The others are whole names.
 */
const LOG_STREAMS: readonly string[] = [
  'process-',
  'proposal-',
  'pilot-',
  'discussion-',
  'organisation',
  'maintenance',
];

/**
 * Streams for the names of people, on the same server as the log but not part of it. One stream lists the
 * ids. Each name has its own stream: these letters, then the id.
 */
export const PEOPLE = 'people';
export const PERSON = 'person-';

/** Whose streams on a server are those of one log. */
export interface LogStreams {
  /** Stands before every name on the server, so that several logs fit on one server. Never in an event. */
  prefix?: string | undefined;
  /** What the names of other streams of the log begin with, as `LOG_STREAMS` has them. */
  kinds?: readonly string[] | undefined;
}

/** The names of the streams of one log, as they are on its server. */
export class StreamNames {
  /** What the server filters by. It lets through slightly more than the streams of the log. */
  readonly beginnings: readonly string[];
  readonly #prefix: string;
  readonly #kinds: readonly string[];

  constructor({ prefix = '', kinds = [] }: LogStreams) {
    this.#prefix = prefix;
    this.#kinds = [...new Set([...LOG_STREAMS, ...kinds])];
    this.beginnings = this.#kinds.map((kind) => prefix + kind);
  }

  /** True for a stream of the log. False for all that is beside it. */
  isOfLog(stream: string): boolean {
    return this.#kinds.some((kind) =>
      kind.endsWith('-') ? stream.startsWith(kind) && stream.length > kind.length : stream === kind,
    );
  }

  /** The name on the server of a stream, which may be one beside the log. */
  onServer(stream: string): string {
    return this.#prefix + stream;
  }

  /** The stream of the log that has this name on the server. Undefined for any other stream. */
  inLog(name: string): string | undefined {
    if (!name.startsWith(this.#prefix)) return undefined;
    const stream = name.slice(this.#prefix.length);
    return this.isOfLog(stream) ? stream : undefined;
  }
}
