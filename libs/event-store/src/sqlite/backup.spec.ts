import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headAfter, newStream, sample } from '../contract-tests/sample-events.js';
import { EMPTY_STREAM, verifyChain } from '../hash.js';
import type { LogToRead } from '../log.js';
import type { EventStore, StoredEvent } from '../port.js';
import { backupLog, restoreLog, type Copying } from './backup.js';
import { LogDamaged, LogExists, LogInUse, LogMissing, LogNotWritable } from './log-errors.js';
import { checkLogFile } from './check-log-file.js';
import { openLogFile, openLogFileForReading } from './log-file.js';
import { openLog } from './open-log.js';
import { openLogForReading } from './open-log-for-reading.js';

let folder: string;
let path: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knipkaart-backup-'));
  path = join(folder, 'log.sqlite');
  copy = join(folder, 'copy.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const quietly: Copying<void> = { verify: async () => undefined, onProgress: () => undefined };
const eventsOf = async ({ events }: LogToRead): Promise<StoredEvent[]> => {
  const all = await events.readAll(undefined, 1_000_000);
  await events.close();
  return all;
};
const filesLike = (name: string): string[] => readdirSync(folder).filter((file) => file.startsWith(name));

async function write(events: EventStore, count: number): Promise<void> {
  const stream = newStream();
  for (let head = EMPTY_STREAM; head.version < count; ) {
    const next = sample(stream, head, Math.min(100, count - head.version));
    await events.append(stream, head.version, next);
    head = headAfter(head, next);
  }
}

describe('a backup of the embedded log', () => {
  it('holds everything acknowledged before it began, and does not block 16 writers', async () => {
    const { events } = openLog(path);
    await write(events, 10_000);
    const acknowledged = new Set<string>();
    let busy = true;
    const writers = Array.from({ length: 16 }, async () => {
      const stream = newStream();
      for (let head = EMPTY_STREAM; busy; ) {
        const next = sample(stream, head);
        await events.append(stream, head.version, next);
        acknowledged.add(`${stream} ${head.version + 1}`);
        head = headAfter(head, next);
      }
    });
    while (acknowledged.size < 500) await new Promise((next) => setTimeout(next, 1));
    const before = [...acknowledged];
    const shares: number[] = [];
    await backupLog(path, copy, { ...quietly, onProgress: (share) => void shares.push(share) });
    const meanwhile = acknowledged.size - before.length;
    busy = false;
    await Promise.all(writers);
    const kept = await eventsOf(openLogForReading(copy));
    const names = new Set(kept.map(({ stream, version }) => `${stream} ${version}`));
    expect(before.filter((name) => !names.has(name))).toEqual([]);
    expect(verifyChain(kept)).toBeUndefined();
    expect(kept).toEqual(await events.readAll(undefined, kept.length));
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(meanwhile).toBeGreaterThan(16);
    await events.close();
  });

  it('is one file with the names of people in it, for its owner alone', async () => {
    const { events, people } = openLog(path);
    await write(events, 10);
    await people.put({ id: 'a', name: 'Anna' });
    chmodSync(path, 0o644);
    await backupLog(path, copy, quietly);
    await events.close();
    expect(filesLike('copy')).toEqual(['copy.sqlite']);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    // So says the file itself: without a write-ahead log, which a read-only medium could not hold.
    expect([...readFileSync(copy).subarray(18, 20)]).toEqual([1, 1]);
    const { people: kept, events: read } = openLogForReading(copy);
    expect(await kept.all()).toEqual([{ id: 'a', name: 'Anna' }]);
    await read.close();
    expect(filesLike('copy')).toEqual(['copy.sqlite']);
  });

  it('includes what a dead process left in the write-ahead log', async () => {
    const { events } = openLog(path);
    await write(events, 50);
    const dead = join(folder, 'dead.sqlite');
    for (const suffix of ['', '-wal']) writeFileSync(dead + suffix, readFileSync(path + suffix));
    await events.close();
    await backupLog(dead, copy, quietly);
    expect(filesLike('dead')).toEqual(['dead.sqlite']);
    expect(await eventsOf(openLogForReading(copy))).toHaveLength(50);
  });

  it('overwrites nothing, and leaves nothing behind when it fails', async () => {
    const { events } = openLog(path);
    await write(events, 10);
    writeFileSync(copy, 'precious');
    await expect(backupLog(path, copy, quietly)).rejects.toThrow(LogExists);
    expect(readFileSync(copy, 'utf8')).toBe('precious');
    rmSync(copy);
    const refuse = async (): Promise<void> => Promise.reject(new Error('a flaw'));
    await expect(backupLog(path, copy, { ...quietly, verify: refuse })).rejects.toThrow('a flaw');
    const stop = (): void => {
      throw new Error('stopped');
    };
    await write(events, 10_000);
    await expect(backupLog(path, copy, { ...quietly, onProgress: stop })).rejects.toThrow('stopped');
    expect(filesLike('copy')).toEqual([]);
    await events.close();
  });

  it('overwrites nothing that appears while it copies', async () => {
    await openLog(path).events.close();
    const verify = async (): Promise<void> => writeFileSync(copy, 'precious');
    await expect(backupLog(path, copy, { ...quietly, verify })).rejects.toThrow(LogExists);
    expect(readFileSync(copy, 'utf8')).toBe('precious');
    expect(filesLike('copy')).toEqual(['copy.sqlite']);
  });

  it('replaces what a copy left that was broken off', async () => {
    const { events } = openLog(path);
    await write(events, 10);
    await events.close();
    for (const suffix of ['.new', '.new-wal', '.new-journal']) writeFileSync(copy + suffix, 'half a copy');
    await backupLog(path, copy, quietly);
    expect(await eventsOf(openLogForReading(copy))).toHaveLength(10);
    expect(filesLike('copy')).toEqual(['copy.sqlite']);
  });

  it('shows the whole copy to those who verify it, and hands on what they found', async () => {
    const { events } = openLog(path);
    await write(events, 10);
    let shown: LogToRead | undefined;
    const found = await backupLog(path, copy, {
      ...quietly,
      verify: async (log) => {
        shown = log;
        expect(filesLike('copy')).toContain('copy.sqlite.new');
        expect(existsSync(copy)).toBe(false);
        return log.events.readAll(undefined, 99);
      },
    });
    await expect(shown?.events.lastPosition()).rejects.toThrow('finalized');
    expect(found).toEqual(await events.readAll(undefined, 99));
    await events.close();
  });

  it('finds a damaged index, which no hash covers', async () => {
    const { events } = openLog(path);
    await write(events, 2_000);
    await events.close();
    const db = openLogFileForReading(path);
    const [root, size] = [
      db.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_events_2'`).get()?.[
        'rootpage'
      ],
      db.prepare('PRAGMA page_size').get()?.['page_size'],
    ];
    db.close();
    const bytes = readFileSync(path);
    bytes.fill(0, (Number(root) - 1) * Number(size) + 100, Number(root) * Number(size));
    writeFileSync(path, bytes);
    await expect(backupLog(path, copy, quietly)).rejects.toThrow(LogDamaged);
    await expect(backupLog(path, copy, quietly)).rejects.toThrow(path);
    expect(filesLike('copy')).toEqual([]);
  });

  it('says why it cannot start', async () => {
    await expect(backupLog(path, copy, quietly)).rejects.toThrow(LogMissing);
    writeFileSync(path, 'no log at all');
    await expect(backupLog(path, copy, quietly)).rejects.toThrow(LogDamaged);
    rmSync(path);
    await openLog(path).events.close();
    await expect(backupLog(path, join(folder, 'nowhere', 'copy'), quietly)).rejects.toThrow(
      new LogNotWritable(join(folder, 'nowhere', 'copy'), 'its folder does not exist'),
    );
    const long = join(folder, 'n'.repeat(300));
    await expect(backupLog(path, long, quietly)).rejects.toThrow(
      new LogNotWritable(long, 'its name is too long'),
    );
  });
});

describe('a restored backup', () => {
  it('is the log again, with events and names', async () => {
    const { events, people } = openLog(path);
    await write(events, 300);
    await people.put({ id: 'a', name: 'Anna' });
    await backupLog(path, copy, quietly);
    const before = await events.readAll(undefined, 1_000);
    await events.close();
    const elsewhere = join(folder, 'deep', 'log.sqlite');
    await restoreLog(copy, elsewhere, quietly);
    const again = openLog(elsewhere);
    expect(await again.events.readAll(undefined, 1_000)).toEqual(before);
    expect(await again.people.all()).toHaveLength(1);
    await write(again.events, 5);
    await again.events.close();
  });

  it('never replaces a log, the remains of a log, or a log in use', async () => {
    const { events } = openLog(path);
    await backupLog(path, copy, quietly);
    await expect(restoreLog(copy, path, quietly)).rejects.toThrow(LogInUse);
    await events.close();
    await expect(restoreLog(copy, path, quietly)).rejects.toThrow(LogExists);
    rmSync(path);
    writeFileSync(`${path}-wal`, 'left behind');
    await expect(restoreLog(copy, path, quietly)).rejects.toThrow(LogExists);
    rmSync(`${path}-wal`);
    await expect(restoreLog(join(folder, 'none'), path, quietly)).rejects.toThrow(LogMissing);
    expect(existsSync(path)).toBe(false);
    await restoreLog(copy, path, quietly);
    expect(existsSync(path)).toBe(true);
  });
});

describe('reading the embedded log beside its writer', () => {
  it('says what it cannot read, and leaves nothing open', async () => {
    expect(() => openLogForReading(path)).toThrow(new LogMissing(path));
    expect(() => checkLogFile(path)).toThrow(new LogMissing(path));
    expect(() => openLogForReading(folder)).toThrow(new LogDamaged(folder, 'it is no file'));
    const { events } = openLog(path);
    await write(events, 3);
    await events.close();
    checkLogFile(path);
    const db = openLogFile(path);
    db.exec('PRAGMA user_version = 2');
    db.close();
    const problem = 'it has format 2, this program knows format 1';
    for (const read of [openLogForReading, checkLogFile])
      expect(() => read(path)).toThrow(new LogDamaged(path, problem));
    expect(readdirSync(folder).sort()).toEqual(['log.sqlite', 'log.sqlite.lock']);
  });

  it.each(['{"cut', '7', 'null', '"text"'])('takes a row that holds %s for damage', async (text) => {
    const { events } = openLog(path);
    await events.append('process-1', 0, sample('process-1'));
    await events.close();
    const db = openLogFile(path);
    db.prepare('UPDATE events SET metadata = ?').run(text);
    db.close();
    const reading = openLogForReading(path);
    await expect(reading.events.readAll(undefined, 9)).rejects.toThrow(
      new LogDamaged(path, 'event 1 of process-1 is not JSON'),
    );
    await reading.events.close();
    await reading.events.close();
  });

  it('counts the events between two positions', async () => {
    const { events } = openLog(path);
    await write(events, 12);
    const at = (await events.readAll(undefined, 99)).map(({ position }) => position);
    expect(events.comparePositions(at[8]!, at[11]!)).toBe(-3);
    expect(events.comparePositions(at[9]!, at[8]!)).toBe(1);
    expect(events.comparePositions(at[9]!, at[9]!)).toBe(0);
    await events.close();
  });

  it('sees each commit, and changes nothing', async () => {
    const { events } = openLog(path);
    const reading = openLogForReading(path);
    expect(await reading.events.lastPosition()).toBeUndefined();
    await write(events, 3);
    expect(await reading.events.readAll(undefined, 9)).toEqual(await events.readAll(undefined, 9));
    await events.close();
    await reading.events.close();
    expect(readdirSync(folder).sort()).toEqual(['log.sqlite', 'log.sqlite.lock']);
  });

  it('makes an erasure wait until no reader needs older copies of the name', async () => {
    const { events, people } = openLog(path);
    await people.put({ id: 'a', name: 'Naam die weg moet' });
    const looking = openLogFileForReading(path);
    looking.exec('BEGIN; SELECT * FROM people');
    let gone = false;
    const erased = people.erase('a').then(() => void (gone = true));
    await new Promise((next) => setTimeout(next, 150));
    expect(gone).toBe(false);
    looking.close();
    await erased;
    expect(
      readdirSync(folder).filter((file) =>
        readFileSync(join(folder, file), 'latin1').includes('Naam die weg'),
      ),
    ).toEqual([]);
    await events.close();
  });
});

describe('appending to several streams together', () => {
  it('keeps their order, in one commit', async () => {
    const { events } = openLog(path);
    const streams = [newStream(), newStream()];
    const [one, two] = streams.map((stream) => sample(stream, EMPTY_STREAM, 2));
    const asked = events.append(newStream(), 0, sample('s'));
    await events.appendTogether([
      { stream: streams[0]!, expectedVersion: 0, events: one!.slice(0, 1) },
      { stream: streams[1]!, expectedVersion: 0, events: two! },
      { stream: streams[0]!, expectedVersion: 1, events: one!.slice(1) },
    ]);
    await asked;
    expect(
      (await events.readAll('1', 9)).map(({ stream, version }) => [streams.indexOf(stream), version]),
    ).toEqual([
      [0, 1],
      [1, 1],
      [1, 2],
      [0, 2],
    ]);
    await events.close();
  });

  it('stores everything or nothing', async () => {
    const { events } = openLog(path);
    const stream = newStream();
    await expect(
      events.appendTogether([
        { stream, expectedVersion: 0, events: sample(stream) },
        { stream: 'other', expectedVersion: 3, events: sample('other') },
      ]),
    ).rejects.toThrow('not 3');
    expect(await events.readAll(undefined, 9)).toEqual([]);
    await events.append(stream, 0, sample(stream));
    await events.close();
  });
});
