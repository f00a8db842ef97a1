import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { hashOf, rootOf, verifyChain, type StreamHead } from './hash.js';
import type { Json, JsonObject, Metadata, StoredEvent } from './port.js';
import { SAMPLE_CONTEXT } from './contract-tests/sample-events.js';
import { sealEvents } from './seal.js';

// Computed by hand, with the JSON and SHA-256 of another program.
const TEXT = { text: 'Eén vraag, één antwoord ✂', salt: 'AAECAwQFBgcICQoLDA0ODw==' };
const TEXT_DIGEST = '99f1360ddae6dcdcf411f0e1036ee0d9e1bf4a9c935165eff360351c47123422';
const FIRST = '1df46e8bb06864eb93df66790aae6b18062119c4606bde10ccd632a3424ec4e1';
const SECOND = 'b6cb8909309676e85b1c8f91722999b2606813753f74d8993e5772f7eb67c872';
const metadata: Omit<Metadata, 'hash'> = {
  eventId: '018f0000-0000-7000-8000-000000000001',
  commandId: 'c1',
  requestDigest: '0'.repeat(64),
  actor: 'werkgroep-wmo',
  at: '2026-03-02T09:00:00.000Z',
  schemaVersion: 1,
  previousHash: null,
};
const first: StoredEvent = {
  stream: 'process-1',
  version: 1,
  position: '1',
  type: 'KnipDecided',
  data: { elementId: 'Task_1', side: 'front', reason: TEXT },
  metadata: { ...metadata, hash: FIRST },
};
const second: StoredEvent = {
  stream: 'process-1',
  version: 2,
  position: '2',
  type: 'DiagramSaved',
  data: {
    diagram: {
      digest: '74090c339c687af014060fbb5d94f00b911baef5e832c72b3c7657392a8b3d20',
      encoding: 'br',
      bytes: 'Gw0A+CVfeHxKEmRil0MG',
    },
  },
  metadata: {
    ...metadata,
    eventId: '018f0000-0000-7000-8000-000000000002',
    commandId: 'c2',
    previousHash: FIRST,
    demo: true,
    hash: SECOND,
  },
};
const recomputed = ({ stream, version, type, data, metadata }: StoredEvent): string =>
  hashOf(stream, version, type, data, metadata);

describe('the hash of an event', () => {
  it('equals the one computed by hand', () => {
    expect(recomputed(first)).toBe(FIRST);
    expect(recomputed(second)).toBe(SECOND);
  });

  it('stays the same when a text is erased or a diagram is compressed differently', () => {
    expect(recomputed({ ...first, data: { ...first.data, reason: { digest: TEXT_DIGEST } } })).toBe(FIRST);
    const diagram = { ...(second.data.diagram as JsonObject), encoding: 'gzip', bytes: 'other' };
    expect(recomputed({ ...second, data: { diagram } })).toBe(SECOND);
  });

  it('depends neither on the order of keys, at any depth, nor on erased texts', () => {
    const text = fc.record({
      text: fc.string({ unit: 'grapheme' }),
      salt: fc
        .uint8Array({ minLength: 16, maxLength: 16 })
        .map((salt) => Buffer.from(salt).toString('base64')),
    });
    const value = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue(),
        text,
        fc.array(tie('json')),
        fc.dictionary(fc.string(), tie('json')),
      ),
    })).json;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), (data) => {
        const original = data as JsonObject;
        expect(hashOf('s', 1, 'T', shaken(original) as JsonObject, metadata)).toBe(
          hashOf('s', 1, 'T', original, metadata),
        );
      }),
    );
  });

  it('changes with every part of the event', () => {
    const others: StoredEvent[] = [
      { ...first, stream: 'process-2' },
      { ...first, version: 2 },
      { ...first, type: 'KnipWithdrawn' },
      { ...first, data: { ...first.data, side: 'back' } },
      { ...first, data: { ...first.data, reason: { ...TEXT, text: 'anders' } } },
      ...Object.keys(metadata).map((key) => ({ ...first, metadata: { ...first.metadata, [key]: 'x' } })),
    ];
    expect(new Set([FIRST, ...others.map(recomputed)]).size).toBe(others.length + 1);
  });
});

describe('verifying a chain', () => {
  it('finds nothing in an unchanged log, also in batches', () => {
    const heads = new Map<string, StreamHead>();
    expect(verifyChain([first], heads)).toBeUndefined();
    expect(verifyChain([second], heads)).toBeUndefined();
    expect(heads.get('process-1')).toEqual({ version: 2, hash: SECOND, at: metadata.at });
  });

  it('names the first event that does not verify', () => {
    const flaw = (...events: StoredEvent[]) => verifyChain(events)?.version;
    expect(flaw({ ...first, data: { ...first.data, side: 'back' } }, second)).toBe(1);
    expect(flaw(second)).toBe(2);
    expect(flaw(first, { ...second, metadata: { ...second.metadata, previousHash: null } })).toBe(2);
    expect(flaw(first, first)).toBe(1);
    const bytes = { ...(second.data.diagram as JsonObject), bytes: 'AAAA' };
    expect(verifyChain([first, { ...second, data: { diagram: bytes } }])).toMatchObject({
      version: 2,
      problem: expect.stringContaining('bytes'),
    });
  });

  it('says what is wrong: a gap, a link to another event, or changed content', () => {
    const problem = (...events: StoredEvent[]) => verifyChain(events)?.problem;
    /** As somebody writes it who knows how to compute a hash. */
    const forged = (event: StoredEvent, change: Partial<Metadata>): StoredEvent => {
      const changed = { ...event, metadata: { ...event.metadata, ...change } };
      return { ...changed, metadata: { ...changed.metadata, hash: recomputed(changed) } };
    };
    expect(problem(second)).toBe('version 1 was expected');
    expect(problem(first, first)).toBe('version 2 was expected');
    expect(problem(first, { ...second, version: 4 })).toBe('version 2 was expected');
    for (const previousHash of [null, SECOND])
      expect(problem(first, forged(second, { previousHash }))).toBe(
        'it is not chained to the event before it',
      );
    expect(problem(first, forged(second, { actor: 'iemand' }))).toBeUndefined();
    expect(problem({ ...first, type: 'KnipWithdrawn' })).toBe('its content does not match its hash');
  });

  it('finds a salt or bytes that are written otherwise, also where they read as the same bytes', () => {
    const otherwise = (written: string) => [
      written.replace(/.$/, '-'),
      written.replace(/=*$/, ''),
      written.replace(/w==$/, 'x=='),
      ` ${written}`,
    ];
    for (const salt of otherwise(TEXT.salt)) {
      expect(Buffer.from(salt, 'base64')).toEqual(Buffer.from(TEXT.salt, 'base64'));
      const data = { ...first.data, reason: { ...TEXT, salt } };
      expect(verifyChain([{ ...first, data }])?.problem).toBe('a salt of its texts is not as it was written');
    }
    const { bytes, ...digest } = second.data.diagram as { bytes: string; digest: string };
    for (const written of [bytes.replace('+', '-'), `${bytes}=`, ` ${bytes}`]) {
      expect(Buffer.from(written, 'base64')).toEqual(Buffer.from(bytes, 'base64'));
      const data = { diagram: { ...digest, bytes: written } };
      expect(verifyChain([first, { ...second, data }])?.problem).toMatch(/bytes/);
    }
  });

  it('finds a changed event anywhere in the log', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (length, where) => {
        const news = Array.from({ length }, (_, n) => ({
          type: 'Noted',
          data: { n, note: { text: `n ${n}` } },
        }));
        const events = sealEvents(
          'process-1',
          { version: 0, hash: null, at: undefined },
          news,
          SAMPLE_CONTEXT,
        ).map((event, index) => ({
          ...event,
          stream: 'process-1',
          version: index + 1,
          position: String(index + 1),
        }));
        expect(verifyChain(events)).toBeUndefined();
        const changed = where % length;
        const forged = events.map((event, index) =>
          index === changed ? { ...event, data: { ...event.data, n: -1 } } : event,
        );
        expect(verifyChain(forged)?.version).toBe(changed + 1);
      }),
    );
  });
});

describe('the root of a log', () => {
  const heads = new Map<string, StreamHead>([
    ['process-é', { version: 1, hash: FIRST, at: metadata.at }],
    ['process-10', { version: 1, hash: FIRST, at: metadata.at }],
    ['process-1', { version: 2, hash: SECOND, at: metadata.at }],
  ]);

  it('equals the one computed by hand, in any order of streams', () => {
    expect(rootOf(heads)).toBe('4874e9e8ec46d250409ac96262d6b2dee28ca538c258f6ce748347cfca4e391d');
    expect(rootOf(new Map([...heads].reverse()))).toBe(rootOf(heads));
  });

  it('reveals a lost stream and a missing tail', () => {
    const lost = new Map([...heads].slice(1));
    const cut = new Map([...heads, ['process-1', { version: 1, hash: FIRST, at: metadata.at }]] as const);
    expect(new Set([rootOf(heads), rootOf(lost), rootOf(cut), rootOf(new Map())]).size).toBe(4);
  });
});

/** The same value with its keys in reverse order and its texts erased. */
function shaken(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => shaken(item) ?? null);
  if (value === null || typeof value !== 'object') return value;
  const { text, salt } = value;
  if (Object.keys(value).length === 2 && typeof text === 'string' && typeof salt === 'string') {
    return {
      digest: createHash('sha256').update(Buffer.from(salt, 'base64')).update(text, 'utf8').digest('hex'),
    };
  }
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shaken(member)]),
  );
}
