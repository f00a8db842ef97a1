import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { policyLooks } from '../../apps/api/src/platform/policies/policies.projection.js';
import { PolicyLooks } from '../../apps/api/src/platform/policies/policy-looks.js';
import type { OpenFile } from '../../apps/api/src/platform/projections/unit/open-file.js';
import type { Stream } from '../../apps/api/src/platform/projections/unit/projection.js';

const NOON = new Date('2027-03-01T12:00:00.000Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const STREAMS = ['request-a', 'request-b', 'request-c'];

describe('What policies still have to look at', () => {
  let looks: PolicyLooks;
  /** The projection is told that streams have these versions. */
  let changed: (...versions: [no: number, version: number][]) => void;
  beforeEach(() => {
    const db = new DatabaseSync(':memory:');
    const projection = policyLooks(1, []);
    db.exec(`CREATE TABLE streams (no INTEGER PRIMARY KEY, name TEXT NOT NULL); ${projection.tables}`);
    for (const name of STREAMS) db.prepare('INSERT INTO streams (name) VALUES (?)').run(name);
    const file = { db } as unknown as OpenFile;
    const writer = projection.open(file);
    looks = new PolicyLooks(file);
    changed = (...versions) =>
      writer.complete?.(versions.map(([no, version]) => ({ no, version, name: STREAMS[no - 1]! }) as Stream));
  });
  const at = (stream: string, version: number, attempts = 0) => ({ stream, version, attempts });
  const failed = (stream: string, version: number, reason: string, parked = true) =>
    looks.failed(at(stream, version), { at: later(-1), parked, reason });

  it('is a stream with a new version, at once and once', () => {
    changed([1, 1]);
    expect(looks.nextAt()).toEqual(new Date(0));
    expect(looks.next(NOON)).toEqual(at('request-a', 1));
    looks.settled(at('request-a', 1));
    expect([looks.next(NOON), looks.nextAt()]).toEqual([undefined, undefined]);
    // Told again of what it knows, for example after a page that was applied twice.
    changed([1, 1]);
    expect(looks.next(NOON)).toBeUndefined();
    changed([1, 2]);
    expect(looks.next(NOON)).toEqual(at('request-a', 2));
  });

  it('is a stream from the very moment on when it is due, the one that waits for longest first', () => {
    changed([1, 1], [2, 1], [3, 1]);
    looks.settled(at('request-a', 1), later(0));
    looks.settled(at('request-b', 1), later(-5));
    looks.settled(at('request-c', 1), later(1));
    expect(looks.nextAt()).toEqual(later(-5));
    expect(looks.next(NOON)?.stream).toBe('request-b');
    looks.settled(at('request-b', 1));
    expect(looks.next(NOON)?.stream).toBe('request-a');
    expect(looks.next(later(-1))).toBeUndefined();
    looks.settled(at('request-a', 1));
    expect(looks.nextAt()).toEqual(later(1));
  });

  it('is not settled by a look at an older version', () => {
    changed([1, 1]);
    changed([1, 2]);
    looks.settled(at('request-a', 1));
    failed('request-a', 1, 'too old');
    expect(looks.next(NOON)).toEqual(at('request-a', 2));
    expect(looks.parked()).toEqual([]);
  });

  it('counts what failed in a row, and forgets it with the first that succeeds', () => {
    changed([1, 1]);
    for (const reason of ['one', 'two']) failed('request-a', 1, reason, false);
    expect(looks.next(NOON)?.attempts).toBe(2);
    looks.settled(at('request-a', 1), later(-1));
    expect(looks.next(NOON)?.attempts).toBe(0);
  });

  it('is told by name with the last reason while it is parked, and tried again on a start alone', () => {
    changed([1, 1], [2, 1], [3, 1]);
    failed('request-b', 1, 'a reason');
    failed('request-a', 1, 'b reason');
    looks.settled(at('request-c', 1), later(9));
    const parked = ['request-a b reason', 'request-b a reason'];
    const told = () => looks.parked().map(({ stream, reason }) => `${stream} ${reason}`);
    expect(told()).toEqual(parked);
    looks.retryParked();
    expect([told(), looks.nextAt()]).toEqual([parked, new Date(0)]);
    for (const stream of ['request-a', 'request-b']) looks.settled(at(stream, 1));
    expect([told(), looks.nextAt()]).toEqual([[], later(9)]);
    // Nothing of it is left, should it fail again for a reason that is not known.
    looks.retryParked();
    expect(looks.nextAt()).toEqual(later(9));
  });
});
