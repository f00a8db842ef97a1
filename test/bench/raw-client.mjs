// @eventstore/db-client alone, used as fast as possible: the reference for the adapter. One client per
// process.
import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  excludeSystemEvents,
  jsonEvent,
  NO_STREAM,
  START,
} from '@eventstore/db-client';
import { answer } from './answering.mjs';
import { runsToAppend, streamsToAppend } from './server-appends.mjs';

const PAGE = 500;
const client = EventStoreDBClient.connectionString(process.argv[2]);

const append = ({ stream, expected, events }) =>
  client.appendToStream(
    stream,
    events.map(({ type, data, metadata }) => jsonEvent({ id: metadata.eventId, type, data, metadata })),
    {
      expectedRevision: expected === 0 ? NO_STREAM : BigInt(expected - 1),
    },
  );

let streams;
let runs = [];
let begin;

answer({
  prepare(writers, appends) {
    streams = streamsToAppend(writers, appends);
  },
  async append() {
    await Promise.all(
      streams.map(async (appends) => {
        for (const one of appends) await append(one);
      }),
    );
  },
  prepareRuns(count) {
    runs = runsToAppend(count);
  },
  async appendRuns() {
    for (const run of runs) await append(run);
  },
  /** Later reads start behind the event that is the newest now. */
  async mark() {
    begin = undefined;
    for await (const { event } of client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 }))
      begin = event.position;
  },
  catchUp: (count) =>
    new Promise((resolve, reject) => {
      let left = count;
      const subscription = client.subscribeToAll({
        fromPosition: begin ?? START,
        filter: excludeSystemEvents(),
      });
      subscription.on('data', async ({ event }) => {
        if (!event || isMark(event) || (left -= 1) > 0) return;
        await subscription.unsubscribe();
        resolve();
      });
      subscription.on('error', reject);
    }),
  async readAll(count) {
    let from = begin;
    for (let left = count; left > 0; ) {
      const page = [];
      for await (const { event } of client.readAll({ fromPosition: from ?? START, maxCount: PAGE }))
        page.push(event);
      left -= page.filter(
        (event) => event.position.commit !== from?.commit && !event.type.startsWith('$'),
      ).length;
      from = page.at(-1).position;
    }
  },
});

const isMark = ({ position }) => position.commit === begin?.commit;
