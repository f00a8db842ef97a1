// emmett-sqlite, used as fast as possible: one connection that stays open, its own append functions, and its
// consumer without pauses and with large batches.
import {
  appendToStream,
  createEventStoreSchema,
  getSQLiteEventStore,
  sqliteConnection,
} from '@event-driven-io/emmett-sqlite';
import { answer } from '../answering.mjs';

const BATCH = 1_000;
const path = process.argv[2];
// It logs everything to standard output, which is only for the table.
console.log = console.error;

const connection = sqliteConnection({ fileName: path });
await createEventStoreSchema(connection);
await connection.command('PRAGMA synchronous = FULL');

let events = 0;
let groups = [];
let streams = 0;

async function append({ stream, type, data, metadata }) {
  const { success } = await appendToStream(connection, stream, 'process', [{ type, data, metadata }]);
  if (!success) throw new Error(`emmett-sqlite did not append to ${stream}.`);
  events += 1;
}

answer({
  /** The settings that make appends durable. */
  settings: async () => ({
    ...(await connection.querySingle('PRAGMA journal_mode')),
    ...(await connection.querySingle('PRAGMA synchronous')),
  }),
  /** Prepares the next appends: groups of events, each event for its own stream. */
  prepare(count, writers, sample) {
    groups = Array.from({ length: count }, () =>
      Array.from({ length: writers }, () => ({ ...sample, stream: `process-${(streams += 1)}` })),
    );
  },
  /** @returns milliseconds per group, with all its events sent at once */
  async atOnce() {
    const begin = performance.now();
    for (const group of groups) await Promise.all(group.map(append));
    return (performance.now() - begin) / groups.length;
  },
  /** @returns milliseconds per group, with each event sent when the one before it is durable */
  async oneByOne() {
    const begin = performance.now();
    for (const group of groups) for (const event of group) await append(event);
    return (performance.now() - begin) / groups.length;
  },
  /** Fills the log up to this many events. */
  async fill(upTo, sample) {
    await connection.withTransaction(async () => {
      while (events < upTo) {
        const batch = Array.from({ length: 50 }, () => sample);
        await appendToStream(connection, `process-${(streams += 1)}`, 'process', batch);
        events += batch.length;
      }
    });
  },
  /**
   * @param writing whether the projection writes one row per event, or does nothing
   * @returns events per second that its consumer passes to the projection
   */
  async consume(writing) {
    await connection.command('DROP TABLE IF EXISTS seen');
    await connection.command('CREATE TABLE seen (id TEXT PRIMARY KEY, data TEXT NOT NULL)');
    const consumer = getSQLiteEventStore({ fileName: path }).consumer({
      pulling: { batchSize: BATCH, pullingFrequencyInMs: 0 },
    });
    let left = events;
    consumer.processor({
      processorId: crypto.randomUUID(),
      startFrom: 'BEGINNING',
      stopAfter: () => left === 0,
      eachMessage: async ({ data, metadata }, context) => {
        left -= 1;
        if (writing)
          await context.connection.command('INSERT INTO seen VALUES (?, ?)', [
            metadata.messageId,
            JSON.stringify(data),
          ]);
      },
    });
    const begin = performance.now();
    await consumer.start();
    const took = performance.now() - begin;
    await consumer.close();
    return (1000 * events) / took;
  },
});
