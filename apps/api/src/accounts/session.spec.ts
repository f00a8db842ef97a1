import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openSession, SESSION_SECONDS, sealSession } from './session-cookie.js';
import { keptSessionKey } from './session-key.js';

const KEY = 'k'.repeat(32);
const NOW = new Date('2026-11-30T12:00:00.900Z');
const after = (seconds: number) => new Date(NOW.getTime() - 900 + seconds * 1000);

describe('A session cookie', () => {
  it('says whose it is, whatever their id looks like, until the moment it ends', () => {
    for (const person of ['auditor', 'a.b', 'a.1.b-c']) {
      const cookie = sealSession(person, KEY, NOW);
      const opened = openSession(cookie, KEY, NOW);
      expect(opened).toMatchObject({ person, session: { until: after(SESSION_SECONDS).getTime() } });
      expect(openSession(cookie, KEY, new Date(after(SESSION_SECONDS).getTime() - 1))).toEqual(opened);
      expect(openSession(cookie, KEY, after(SESSION_SECONDS))).toBeUndefined();
      expect(openSession(cookie, KEY, after(SESSION_SECONDS + 1))).toBeUndefined();
    }
  });

  it('is one session, and another one for another person or time', () => {
    const id = (person: string, now: Date) =>
      openSession(sealSession(person, KEY, now), KEY, NOW)!.session.id;
    expect(id('a', NOW)).toBe(id('a', NOW));
    expect(new Set([id('a', NOW), id('b', NOW), id('a', after(9))]).size).toBe(3);
  });

  it('counts for nothing when anything of it is other', () => {
    const cookie = sealSession('auditor', KEY, NOW);
    const [person = '', until = '', signature = ''] = cookie.split('.');
    const changed = [
      `beheerder.${until}.${signature}`,
      `${person}.${Number(until) + 1}.${signature}`,
      `${person}.${until}.${signature.slice(1)}`,
      `${person}.${until}.${signature}x`,
      `${person}.${until}.${signature}!`,
      `${person}.${until}.${signature} ${signature}`,
      `${person}.${until}.`,
      `${person}.${until}`,
      `x${cookie}`,
      '',
    ];
    for (const other of changed) expect({ other, is: openSession(other, KEY, NOW) }).toEqual({ other });
    expect(openSession(cookie, 'l'.repeat(32), NOW)).toBeUndefined();
    expect(openSession(cookie, KEY, NOW)).toBeDefined();
  });
});

describe('The key of the sessions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'session.key');

  it('is made once, so that people stay signed in over a restart, for its owner alone', () => {
    const made = keptSessionKey(folder);
    expect(made.length).toBeGreaterThanOrEqual(43);
    expect(keptSessionKey(folder)).toBe(made);
    expect(readFileSync(file, 'utf8')).toBe(`${made}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is made anew where it was cut off, and never guessed where it cannot be read', () => {
    writeFileSync(file, 'x'.repeat(31));
    expect(keptSessionKey(folder)).not.toContain('x'.repeat(31));
    writeFileSync(file, 'x'.repeat(32));
    expect(keptSessionKey(folder)).toBe('x'.repeat(32));
    rmSync(file);
    mkdirSync(file);
    expect(() => keptSessionKey(folder)).toThrow('EISDIR');
  });
});
