// The log on a server through our adapter. It does the same work as raw-client.mjs, which does not use the
// adapter.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openEventStoreDb, openLog } from '#event-store';
import { copyLog } from '../../dist/apps/api/src/log-tool/copy-log.js';
import { oneByOne } from '../../dist/apps/api/src/log-tool/place.js';
import { answer } from './answering.mjs';
import { benchFolder } from './processes.mjs';
import { runsToAppend, streamsToAppend } from './server-appends.mjs';

const PAGE = 500;
const { events: store, people } = await openEventStoreDb(process.argv[2]);
/** The log from the mark on, because a real server may hold other events. */
const fromMark = {
  readAll: (after, limit) => store.readAll(after ?? begin, limit),
  lastPosition: () => store.lastPosition(),
  comparePositions: (a, b) => store.comparePositions(a, b),
};
const quiet = { people: false, onProgress: () => undefined };

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
        for (const { stream, expected, events } of appends) await store.append(stream, expected, events);
      }),
    );
  },
  prepareRuns(count) {
    runs = runsToAppend(count);
  },
  async mark() {
    begin = await store.lastPosition();
  },
  catchUp: (count) =>
    new Promise((resolve, reject) => {
      let left = count;
      const subscription = store.subscribe(
        begin,
        (events) => {
          left -= events.length;
          if (left <= 0) void subscription.stop().then(resolve);
        },
        reject,
      );
    }),
  async readAll(count) {
    let from = begin;
    for (let left = count; left > 0; ) {
      const page = await store.readAll(from, PAGE);
      left -= page.length;
      from = page.at(-1).position;
    }
  },
  /**
   * Copies an embedded log with the prepared events to the server, behind the mark.
   * @returns milliseconds
   */
  copyTo: () =>
    withLog(async (log) => {
      for (const { stream, expected, events } of runs) await log.events.append(stream, expected, events);
      const began = performance.now();
      await copyLog(log, { events: fromMark, people, appendInOrder: oneByOne(store) }, quiet);
      return performance.now() - began;
    }),
  /**
   * Copies the events behind the mark to an empty embedded log.
   * @returns milliseconds
   */
  copyFrom: () =>
    withLog(async (log) => {
      const began = performance.now();
      await copyLog(
        { events: fromMark, people },
        { ...log, appendInOrder: (appends) => log.events.appendTogether(appends) },
        quiet,
      );
      return performance.now() - began;
    }),
});

async function withLog(work) {
  const folder = benchFolder();
  const log = openLog(join(folder, 'log.sqlite'));
  try {
    return await work(log);
  } finally {
    await log.events.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
