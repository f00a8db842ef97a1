/**
 * Cuts the files of a log and flips bits in them at random places, as a failing disk or a torn write would.
 * Then opens the result: it must be the old state, the new state or a refusal, never a wrong event. `node
 * test/crash/damage.mjs --times 5000 --seed 1`. Otherwise exits with 1 and prints the faults.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkLogFile, CommandHandler, openLog, verifyChain } from '../../dist/libs/event-store/index.js';

const COMMITS_IN_FILE = 150;
const COMMITS_IN_WAL = 60;
const STREAMS = 5;

const { times, seed } = parseArgs({
  options: {
    times: { type: 'string', default: '300' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
}).values;
const random = numbersFrom(Number(seed));
const below = (limit) => Math.floor(random() * limit);

const folder = mkdtempSync(join(tmpdir(), 'knipkaart-damage-'));
const whole = join(folder, 'whole.db');
const damaged = join(folder, 'damaged.db');

/** Kinds of damage. Each returns the damaged bytes. */
const DAMAGES = {
  cut: (bytes) => bytes.subarray(0, below(bytes.length)),
  flipped: (bytes) => changed(bytes, below(bytes.length), 1, (byte) => byte ^ (1 << below(8))),
  zeroed: (bytes) => changed(bytes, below(bytes.length), 4096, () => 0),
  overwritten: (bytes) => changed(bytes, below(bytes.length), 512, () => below(256)),
  torn: (bytes) => changed(bytes, bytes.length - below(8192), 512, () => 0),
};

function changed(bytes, at, length, change) {
  const copy = Buffer.from(bytes);
  for (let index = Math.max(0, at); index < Math.min(at + length, copy.length); index += 1)
    copy[index] = change(copy[index]);
  return copy;
}

/**
 * Writes a log whose newer half is only in the write-ahead log. Copies both files as they are after a power
 * cut.
 */
async function makeLog() {
  const write = async (store, commits, name) => {
    const counter = {
      schemaVersion: 1,
      initial: 0,
      evolve: (count) => count + 1,
      load: () => undefined,
      findCommand: () => undefined,
    };
    const handler = new CommandHandler(store, counter);
    for (let commit = 0; commit < commits; commit += 1) {
      const command = {
        commandId: `${name}-${commit}`,
        requestDigest: '0'.repeat(64),
        freeTexts: [],
        actor: 'crash',
        now: new Date(),
      };
      const text = `Besluit ${commit} `.repeat(1 + below(60));
      await handler.handle(`process-${commit % STREAMS}`, command, () => [
        { type: 'KnipDecided', data: { elementId: `Stap_${commit}`, reason: { text } } },
      ]);
    }
  };
  const first = openLog(whole).events;
  await write(first, COMMITS_IN_FILE, 'a');
  await first.close();
  const second = openLog(whole).events;
  await write(second, COMMITS_IN_WAL, 'b');
  const events = await second.readAll(undefined, COMMITS_IN_FILE + COMMITS_IN_WAL);
  const files = { db: readFileSync(whole), wal: readFileSync(`${whole}-wal`) };
  await second.close();
  return { files, events: events.map((event) => JSON.stringify(event)) };
}

/**
 * Opens and checks the damaged log.
 * @returns `refused`, `old` or `new`
 * @throws Error naming a wrong event
 */
async function open(recorded, mayBeVerifiedOnly) {
  let store;
  try {
    store = openLog(damaged).events;
  } catch (error) {
    if (/^Log(Damaged|NotWritable)$/.test(error.name)) return 'refused';
    throw error;
  }
  try {
    const found = await store.readAll(undefined, recorded.length + 10);
    const flaw = verifyChain(found);
    if (flaw && mayBeVerifiedOnly) return 'refused';
    if (mayBeVerifiedOnly) checkLogFile(damaged);
    const wrong = found.findIndex((event, index) => JSON.stringify(event) !== recorded[index]);
    if (wrong >= 0) throw new Error(`event ${wrong + 1} of the log is not what was recorded`);
    if (flaw) throw new Error(`event ${flaw.version} of ${flaw.stream} does not verify`);
    for (let stream = 0; stream < STREAMS; stream += 1) {
      const [read, wanted] = [
        await store.readStream(`process-${stream}`),
        found.filter((event) => event.stream === `process-${stream}`),
      ];
      if (JSON.stringify(read) !== JSON.stringify(wanted))
        throw new Error(`process-${stream} is not the same when it is read as a stream`);
    }
    if (found.length < COMMITS_IN_FILE)
      throw new Error(`${COMMITS_IN_FILE - found.length} events of the file itself are lost`);
    return found.length === recorded.length ? 'new' : 'old';
  } catch (error) {
    if (/^Log(Damaged|NotWritable)$/.test(error.name)) return 'refused';
    throw error;
  } finally {
    await store.close();
  }
}

/** Random numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersFrom(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const { files, events } = await makeLog();
const outcomes = { old: 0, new: 0, refused: 0 };
const faults = [];
for (let time = 0; time < Number(times); time += 1) {
  const kind = Object.keys(DAMAGES)[below(Object.keys(DAMAGES).length)];
  // Sometimes damage the file itself. SQLite has no checksums there, but the hashes of the log help.
  const inFile = time % 6 === 5;
  for (const suffix of ['', '-wal', '-shm', '.lock', '.holder'])
    rmSync(`${damaged}${suffix}`, { force: true });
  writeFileSync(damaged, inFile ? DAMAGES[kind](files.db) : files.db);
  writeFileSync(`${damaged}-wal`, inFile ? files.wal : DAMAGES[kind](files.wal));
  try {
    outcomes[await open(events, inFile)] += 1;
  } catch (error) {
    faults.push(`${inFile ? 'file' : 'write-ahead log'} ${kind}, time ${time}: ${error.message}`);
  }
}
console.log(
  JSON.stringify({ times: Number(times), seed: Number(seed), ...outcomes, faults: faults.slice(0, 20) }),
);
rmSync(folder, { recursive: true });
process.exitCode = faults.length === 0 ? 0 : 1;
