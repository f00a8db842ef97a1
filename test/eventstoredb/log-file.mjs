/**
 * The log of the double on disk: one append after the other in one file, synced before it is acknowledged. An
 * append is written completely or not at all: its length is written before and after it, and a start drops an
 * append that a kill cut off.
 */
import {
  closeSync,
  existsSync,
  fdatasync,
  ftruncateSync,
  openSync,
  readFileSync,
  write,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';

const writeSome = promisify(write);
const sync = promisify(fdatasync);
const LENGTH = 4;
/** Comes first, so that no event has position 0: a read after position 0 returns everything. */
const HEADER = Buffer.from('Double of EventStoreDB: its log\n');

/** One append as bytes: length, length of the head, head (JSON), data and metadata of each event, length. */
export function encode(events) {
  const head = Buffer.from(
    JSON.stringify(
      events.map(({ data, metadata, position, ...rest }) => ({
        ...rest,
        data: data.length,
        metadata: metadata.length,
      })),
    ),
  );
  const body = Buffer.concat([head, ...events.flatMap(({ data, metadata }) => [data, metadata])]);
  const mark = Buffer.alloc(LENGTH);
  mark.writeUInt32LE(body.length);
  const headLength = Buffer.alloc(LENGTH);
  headLength.writeUInt32LE(head.length);
  return Buffer.concat([mark, headLength, body, mark]);
}

function decode(body, headLength) {
  let offset = headLength;
  const take = (length) => body.subarray(offset, (offset += length));
  return JSON.parse(body.subarray(0, headLength).toString()).map((event) => ({
    ...event,
    data: take(event.data),
    metadata: take(event.metadata),
  }));
}

/** The appends of a file with the byte offset where each begins, and the end of the last complete one. */
function readAppends(path) {
  const bytes = path && existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const appends = [];
  let offset = HEADER.length;
  while (offset + 2 * LENGTH <= bytes.length) {
    const length = bytes.readUInt32LE(offset);
    const start = offset + 2 * LENGTH;
    if (start + length + LENGTH > bytes.length || bytes.readUInt32LE(start + length) !== length) break;
    appends.push({
      offset,
      events: decode(bytes.subarray(start, start + length), bytes.readUInt32LE(offset + LENGTH)),
    });
    offset = start + length + LENGTH;
  }
  return { appends, end: offset };
}

/** Opens the file at `path`. Without a path, everything is kept in memory and is durable at once. */
export class LogFile {
  #descriptor;
  #waiting = [];
  #writing;

  constructor(path) {
    const { appends, end } = readAppends(path);
    this.appends = appends;
    this.end = end;
    if (!path) return;
    this.#descriptor = openSync(path, existsSync(path) ? 'r+' : 'w+');
    writeSync(this.#descriptor, HEADER, 0, HEADER.length, 0);
    ftruncateSync(this.#descriptor, end);
  }

  /**
   * Writes bytes at the end. Resolves when they are durable. Appends that arrive while the disk is busy share
   * the next sync.
   */
  append(bytes) {
    this.end += bytes.length;
    if (this.#descriptor === undefined) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, offset: this.end - bytes.length, resolve, reject });
      this.#writing ??= this.#flush();
    });
  }

  async #flush() {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await this.#write(Buffer.concat(batch.map(({ bytes }) => bytes)), batch[0].offset);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = undefined;
  }

  async #write(bytes, offset) {
    for (let written = 0; written < bytes.length; ) {
      const part = await writeSome(
        this.#descriptor,
        bytes,
        written,
        bytes.length - written,
        offset + written,
      );
      written += part.bytesWritten;
    }
    await sync(this.#descriptor);
  }

  /** Waits for running writes. */
  async close() {
    await this.#writing;
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}
