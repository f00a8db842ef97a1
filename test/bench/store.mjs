/** Durable appends through the store against the floor of the disk: the same bytes appended to a growing file, one fdatasync each. */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EMPTY_STREAM, openLog, sealEvents } from '../../dist/libs/event-store/src/index.js';

const ROUNDS = 40;
const WARM_UP = 5;

/** @returns rows `{name, ratio, target, detail}`; a ratio of 1 is as fast as the floor */
export async function measure() {
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'knipkaart-bench-'));
  const { events: store } = openLog(join(folder, 'log.db'));
  const file = openSync(join(folder, 'floor'), 'w');
  try {
    return [
      await compare('single durable append through the store', '≥ 0.9', file, store, 1, 25),
      await compare('64 writers at once through the store', '≥ 0.4', file, store, 64, 4),
    ];
  } finally {
    closeSync(file);
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Floor and store alternate, so that whatever else the machine does meets both. */
async function compare(name, target, file, store, writers, commits) {
  const streams = Array.from({ length: writers }, () => ({ name: `process-${crypto.randomUUID()}`, head: EMPTY_STREAM }));
  const floor = [];
  const through = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const groups = Array.from({ length: commits }, () => streams.map(nextEvent));
    const lines = groups.map((group) => group.map(({ events }) => JSON.stringify(events[0])));
    const atFloor = await timed(() => lines.forEach((group) => {
      group.forEach((line) => writeSync(file, line));
      fdatasyncSync(file);
    }));
    const atStore = await timed(async () => {
      for (const group of groups) await Promise.all(group.map(({ stream, expected, events }) => store.append(stream, expected, events)));
    });
    if (round < WARM_UP) continue;
    floor.push(atFloor / commits);
    through.push(atStore / commits);
  }
  const ms = (values) => `${median(values).toFixed(3)} ms`;
  return {
    name, target, ratio: median(floor) / median(through),
    detail: `${ms(through)} against ${ms(floor)} for one fdatasync per ${writers === 1 ? 'event' : `${writers} events`}`,
  };
}

/** The next event of a stream: a knip decision with a reason of common length. */
function nextEvent(stream) {
  const expected = stream.head.version;
  const data = { elementId: 'Activity_0x1y2z3', side: 'front', role: 'generalist', reason: { text: 'De vraag is meestal enkelvoudig. '.repeat(4) } };
  const context = { commandId: crypto.randomUUID(), requestDigest: '0'.repeat(64), actor: 'werkgroep-wmo', now: new Date() };
  const events = sealEvents(stream.name, stream.head, [{ type: 'KnipDecided', data }], context);
  stream.head = { version: expected + 1, hash: events[0].metadata.hash, at: events[0].metadata.at };
  return { stream: stream.name, expected, events };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, ratio, target, detail } of await measure()) {
    console.log(`${name}: ${ratio.toFixed(2)} (target ${target}), ${detail}`);
  }
}
