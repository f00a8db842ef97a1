import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EMPTY_STREAM } from '../hash.js';
import { DuplicateEventId } from '../port.js';
import { headAfter, newStream, sample } from '../contract-tests/sample-events.js';
import { EngineTooOld, LogDamaged, LogFull, LogInUse, LogNotWritable } from './log-errors.js';
import { hasRoom, isRoomy } from './disk-room.js';
import { checkEngine, openLogFile, openLogFileForReading, readPragma } from './log-file.js';
import { openLog } from './open-log.js';
import { openLogForReading } from './open-log-for-reading.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knipkaart-open-'));
  path = join(folder, 'log.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function logWith(count: number): Promise<string> {
  const { events } = openLog(path);
  const stream = newStream();
  for (let head = EMPTY_STREAM; head.version < count; ) {
    const next = sample(stream, head, Math.min(50, count - head.version));
    await events.append(stream, head.version, next);
    head = headAfter(head, next);
  }
  await events.close();
  return stream;
}

/** What an open file has beside it. */
const leftOpen = (): string[] => readdirSync(folder).filter((name) => /-(wal|shm)$|\.holder$/.test(name));

function changeLog(sql: string): void {
  const db = openLogFile(path);
  db.exec(sql);
  db.close();
}

describe('opening the embedded log', () => {
  it('creates the folder and the file when they are missing', async () => {
    const { events } = openLog(join(folder, 'deep', 'down', 'log.db'));
    expect(await events.lastPosition()).toBeUndefined();
    await events.close();
  });

  it('tells a second process who holds the log, and opens when it is free again', async () => {
    const first = openLog(path);
    expect(() => openLog(path)).toThrow(LogInUse);
    expect(() => openLog(path)).toThrow(`process ${process.pid}`);
    await first.events.append('process-1', 0, sample('process-1'));
    await first.events.close();
    const second = openLog(path);
    expect(await second.events.readStream('process-1')).toHaveLength(1);
    await second.events.close();
    expect(existsSync(`${path}.holder`)).toBe(false);
  });

  it('refuses a file that is not a log, and does not change it', () => {
    for (const content of ['', 'no database at all', Buffer.alloc(5000, 7)]) {
      writeFileSync(path, content);
      expect(() => openLog(path)).toThrow(LogDamaged);
      expect(readFileSync(path)).toEqual(Buffer.from(content));
    }
  });

  it('refuses the database of another program and a format it does not know', () => {
    new DatabaseSync(path).exec('CREATE TABLE other (id); PRAGMA application_id = 7');
    expect(() => openLog(path)).toThrow('database of another program');
    rmSync(path);
    changeLog('PRAGMA user_version = 2');
    expect(() => openLog(path)).toThrow('format 2');
    rmSync(path);
    for (const change of [
      'DROP TABLE people',
      'CREATE TABLE more (id)',
      'ALTER TABLE people ADD COLUMN more TEXT',
    ]) {
      changeLog(change);
      expect(() => openLog(path)).toThrow('tables are not those of a log');
      expect(leftOpen()).toEqual([]);
      rmSync(path);
    }
  });

  it.each([
    ['others', 0o644],
    ['its group', 0o640],
    ['its group, which might write', 0o660],
  ])('is for its owner alone, also when an earlier release left it readable for %s', async (_, mode) => {
    const { events } = openLog(path);
    await events.append('process-1', 0, sample('process-1', EMPTY_STREAM, 1));
    const files = ['', '-wal', '-shm'].map((suffix) => path + suffix);
    const left = files.map((file) => readFileSync(file));
    await events.close();
    for (const [place, file] of files.entries()) writeFileSync(file, left[place]!, { mode });
    for (const file of files) chmodSync(file, mode);
    const again = openLog(path);
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    expect(await again.events.readStream('process-1')).toHaveLength(1);
    await again.events.close();
  });

  it('waits for the disk at every commit, and writes over what is erased', async () => {
    await logWith(1);
    const db = openLogFile(path);
    const asked = ['journal_mode', 'synchronous', 'secure_delete', 'busy_timeout', 'journal_size_limit'];
    const FULL = 2;
    expect(asked.map((pragma) => readPragma(db, pragma))).toEqual(['wal', FULL, 1, 0, 64 * 1024 * 1024]);
    db.close();
    const reading = openLogFileForReading(path);
    expect(readPragma(reading, 'query_only')).toBe(1);
    expect(() => reading.exec('DELETE FROM events')).toThrow('readonly');
    reading.close();
  });

  it('puts on disk first what a dead process wrote and did not wait for', async () => {
    const { events } = openLog(path);
    await events.append('process-1', 0, sample('process-1', EMPTY_STREAM, 30));
    const dead = join(folder, 'dead.db');
    for (const suffix of ['', '-wal']) cpSync(path + suffix, dead + suffix);
    await events.close();
    const db = openLogFile(dead);
    const alone = join(folder, 'alone.db');
    cpSync(dead, alone);
    db.close();
    const again = openLog(alone);
    expect(await again.events.readAll(undefined, 99)).toHaveLength(30);
    await again.events.close();
  });

  it('opens while somebody still reads an older state, and starts anew where making it was broken off', async () => {
    mkdirSync(`${path}.new`);
    writeFileSync(join(`${path}.new`, 'part'), 'half a log');
    const { events } = openLog(path);
    const looking = openLogFileForReading(path);
    looking.exec('BEGIN; SELECT count(*) FROM events');
    // The file itself cannot hold these before the other one has ended.
    await events.append('process-1', 0, sample('process-1', EMPTY_STREAM, 90));
    await events.close();
    const again = openLog(path);
    expect(await again.events.readAll(undefined, 99)).toHaveLength(90);
    await again.events.close();
    looking.close();
  });

  it('holds nothing when it cannot note who holds it', async () => {
    mkdirSync(`${path}.holder`);
    expect(() => openLog(path)).toThrow(LogNotWritable);
    rmSync(`${path}.holder`, { recursive: true });
    await openLog(path).events.close();
  });

  it.each([381, 390, 400])('refuses a log of 400 events whose event %d was changed', async (version) => {
    const stream = await logWith(400);
    changeLog(`UPDATE events SET data = replace(data, '"front"', '"back"') WHERE version = ${version}`);
    expect(() => openLog(path)).toThrow(
      new LogDamaged(
        path,
        `event ${version} of ${stream} does not verify, since its content does not match its hash`,
      ),
    );
    expect(leftOpen()).toEqual([]);
  });

  it('refuses a log whose newest events no longer follow those before them', async () => {
    await logWith(400);
    changeLog('DELETE FROM events WHERE version = 380');
    expect(() => openLog(path)).toThrow(LogDamaged);
  });

  it('refuses a truncated log', async () => {
    await logWith(400);
    cpSync(path, `${path}.copy`);
    for (const part of [1 / 2, 1 - 1 / statSync(path).size]) {
      truncateSync(path, Math.floor(statSync(path).size * part));
      expect(() => openLog(path)).toThrow(LogDamaged);
      cpSync(`${path}.copy`, path);
    }
  });

  it('never skips an event whose stream is missing, neither at the start nor when reading', async () => {
    const { events } = openLog(path);
    for (const stream of ['a', 'b', 'c']) await events.append(stream, 0, sample(stream));
    const at = 1 + sample('a').length;
    changeLog(`PRAGMA foreign_keys = OFF; DELETE FROM streams WHERE name = 'b'`);
    for (const read of [events.readAll(undefined, 99), events.readAllRaw('1', 99)])
      await expect(read).rejects.toThrow(`the stream of the event at position ${at} is gone`);
    expect(await events.readAll(undefined, at - 1)).toHaveLength(at - 1);
    await events.close();
    expect(() => openLog(path)).toThrow(LogDamaged);
  });

  it('refuses to create a log when the file is gone but its write-ahead log is there', () => {
    writeFileSync(`${path}-wal`, 'something');
    expect(() => openLog(path)).toThrow(LogDamaged);
  });

  it('explains why a folder cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    for (const [place, reason] of [
      ['file', 'a file stands where a folder is needed'],
      ['file/deeper', 'a file stands where a folder is needed'],
      ['loop', 'something else stands where its folder is needed'],
      ['n'.repeat(300), 'its name is too long'],
    ] as const) {
      const inside = join(folder, place, 'log.db');
      expect(() => openLog(inside)).toThrow(new LogNotWritable(inside, reason));
    }
  });

  it('fails, and does not hang, in a place where the system allows no folders', () => {
    expect(() => openLog('/proc/knipkaart/log.db')).toThrow(LogNotWritable);
  });

  it('names other problems that keep it from opening', async () => {
    mkdirSync(path);
    expect(() => openLog(path)).toThrow(`${path} cannot be read: it is no file`);
    rmSync(path, { recursive: true });
    writeFileSync(`${path}.lock`, 'no lock at all '.repeat(100));
    expect(() => openLog(path)).toThrow(`${path}.lock cannot be read`);
    rmSync(`${path}.lock`);
    await logWith(1);
    const db = openLogFile(path);
    const [root, size] = [
      db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'people'`).get()?.['rootpage'],
      db.prepare('PRAGMA page_size').get()?.['page_size'],
    ];
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, (Number(root) - 1) * Number(size), Number(root) * Number(size));
    writeFileSync(path, bytes);
    const { people, events } = openLog(path);
    await expect(people.all()).rejects.toThrow(`The log ${path} cannot be read`);
    await events.close();
  });

  it('takes a file of a later engine for one that cannot be read', async () => {
    await logWith(1);
    const bytes = readFileSync(path);
    // The schema format, of which there are four.
    bytes.writeUInt32BE(5, 44);
    writeFileSync(path, bytes);
    for (const open of [openLog, openLogForReading])
      expect(() => open(path)).toThrow(new LogDamaged(path, 'unsupported file format'));
    expect(leftOpen()).toEqual([]);
  });

  it('tells who only reads that it cannot be read, whatever is in the way', async () => {
    await logWith(1);
    mkdirSync(`${path}-wal`);
    expect(() => openLogForReading(path)).toThrow(new LogDamaged(path, 'unable to open database file'));
    rmSync(`${path}-wal`, { recursive: true });
  });

  it('answers while it is open, and not afterwards', async () => {
    const { events } = openLog(path);
    await events.reach();
    await events.close();
    await expect(events.reach()).rejects.toThrow('finalized');
  });

  it('refuses an engine that is too old', () => {
    expect(() => checkEngine('3.51.2')).toThrow(EngineTooOld);
    expect(() => checkEngine('3.9.0')).toThrow(EngineTooOld);
    for (const fine of ['3.51.3', '3.100.0', process.versions.sqlite])
      expect(() => checkEngine(fine)).not.toThrow();
  });
});

describe('writing to the embedded log', () => {
  it('refuses an event id of another stream, and stores other appends of the same moment', async () => {
    const { events } = openLog(path);
    const known = sample('process-1');
    await events.append('process-1', 0, known);
    const results = await Promise.allSettled([
      events.append('process-2', 0, sample('process-2')),
      events.append('process-3', 0, known),
      events.append('process-1', 1, known),
      events.append('process-2', 0, sample('process-2')),
    ]);
    expect(
      results.map((result) =>
        result.status === 'fulfilled' ? result.value.version : (result.reason as Error).name,
      ),
    ).toEqual([1, DuplicateEventId.name, DuplicateEventId.name, 'VersionConflict']);
    expect(await events.readAll(undefined, 9)).toHaveLength(2);
    await events.close();
  });

  it('stores nothing on a full disk, still reads, and writes again when there is space', async () => {
    const db = openLogFile(path);
    const events = new SqliteEventStore(path, db, { release: () => undefined });
    await events.append('process-1', 0, sample('process-1'));
    const pages = Object.values(db.prepare('PRAGMA page_count').get() ?? {})[0];
    db.exec(`PRAGMA max_page_count = ${Number(pages)}`);
    const large = sample('process-2', EMPTY_STREAM, 200);
    const results = await Promise.allSettled([
      events.append('process-2', 0, large),
      events.append('process-3', 0, large.slice(0, 100)),
    ]);
    for (const result of results)
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(LogFull) });
    expect(await events.readStream('process-2')).toEqual([]);
    expect(await events.readStream('process-1')).toHaveLength(1);
    db.exec('PRAGMA max_page_count = 1000000');
    expect(await events.append('process-2', 0, large)).toMatchObject({ version: 200 });
    await events.close();
  });

  it('stores nothing when the disk has no room to spare, and says so', async () => {
    const db = openLogFile(path);
    // A place whose system says that nothing is free.
    const place = '/proc/log.db';
    const events = new SqliteEventStore(place, db, { release: () => undefined });
    const event = sample('process-1');
    const together = [{ stream: 'process-1', expectedVersion: 0, events: event }];
    for (const refused of [events.append('process-1', 0, event), events.appendTogether(together)])
      await expect(refused).rejects.toThrow(new LogFull(place));
    expect(await events.readAll(undefined, 9)).toEqual([]);
    await events.close();
    expect([place, path, join(folder, 'nowhere', 'log.db')].map(hasRoom)).toEqual([false, true, true]);
  });

  it('leaves 8 MiB of the disk free, whatever the size of its blocks', () => {
    for (const bsize of [512, 4096, 1024 * 1024]) {
      const bavail = (8 * 1024 * 1024) / bsize;
      expect([bavail, bavail + 1].map((free) => isRoomy({ bavail: free, bsize }))).toEqual([false, true]);
    }
  });

  it('waits for running handlers when it is closed, and calls none afterwards', async () => {
    const { events } = openLog(path);
    const calls: string[] = [];
    let release: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      events.subscribe(
        undefined,
        () => {
          calls.push('begun');
          resolve();
          return new Promise((next) => (release = () => next(void calls.push('ended'))));
        },
        () => calls.push('failed'),
      );
    });
    await events.append('process-1', 0, sample('process-1'));
    await begun;
    const asked = events.append('process-2', 0, sample('process-2'));
    const closing = events.close().then(() => calls.push('closed'));
    await asked;
    await new Promise((next) => setImmediate(next));
    expect(calls).toEqual(['begun']);
    expect(leftOpen()).not.toEqual([]);
    release();
    await closing;
    expect(calls).toEqual(['begun', 'ended', 'closed']);
    expect(leftOpen()).toEqual([]);
    await events.close();
  });

  it('tells subscribers what several streams got together', async () => {
    const { events } = openLog(path);
    const told = new Promise((resolve, reject) => {
      events.subscribe(undefined, (batch) => resolve(batch.map(({ stream }) => stream)), reject);
    });
    await new Promise((next) => setImmediate(next));
    await events.appendTogether(
      ['process-1', 'process-2'].map((stream) => ({ stream, expectedVersion: 0, events: sample(stream) })),
    );
    expect(await told).toEqual(['process-1', 'process-2']);
    await events.close();
    await expect(events.appendTogether([])).rejects.toThrow(`The log ${path} is closed.`);
  });

  it('writes appends made before it was closed, and refuses later ones', async () => {
    const { events } = openLog(path);
    const asked = events.append('process-1', 0, sample('process-1'));
    await events.close();
    expect(await asked).toMatchObject({ version: 1 });
    await expect(events.append('process-1', 1, sample('process-1'))).rejects.toThrow('is closed');
  });
});

describe('names of people beside the embedded log', () => {
  it('are stored, replaced and found', async () => {
    const { people, events } = openLog(path);
    await people.put({ id: 'b', name: 'Bram' });
    await people.put({ id: 'a', name: 'Anna' });
    await people.put({ id: 'b', name: 'Bram de Vries' });
    expect(await people.get('b')).toEqual({ id: 'b', name: 'Bram de Vries' });
    expect(await people.get('c')).toBeUndefined();
    expect(await people.all()).toMatchObject([{ id: 'a' }, { id: 'b' }]);
    await people.erase('c');
    await events.close();
  });

  it('leave no trace in any file after they are erased', async () => {
    const { people, events } = openLog(path);
    const names = Array.from({ length: 300 }, (_, index) => ({
      id: `persoon-${(index * 7919) % 300}`,
      name: `Naam van ${index} ${'x'.repeat(index % 90)}|`,
    }));
    for (const person of names) await people.put(person);
    await people.put({ id: 'persoon-0', name: 'Naam van niemand meer' });
    const erased = names.filter((_, index) => index % 3 !== 1);
    for (const { id } of erased) await people.erase(id);
    const content = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(erased.filter(({ name }) => content.includes(name))).toEqual([]);
    expect(content).toContain('Naam van 1 x|');
    await events.close();
  });
});
