import { describe, expect, it } from '@jest/globals';
import { EMPTY_STREAM, verifyChain } from './hash.js';
import { SAMPLE_CONTEXT } from './contract-tests/sample-events.js';
import { IllFormedText, sealEvents } from './seal.js';

const seal = (data: object, head = EMPTY_STREAM, context = SAMPLE_CONTEXT) =>
  sealEvents('process-1', head, [{ type: 'KnipDecided', data }], context)[0];

describe('sealing events', () => {
  it('gives every free text its own salt, and salts nothing else', () => {
    const sealed = seal({
      what: { text: 'a' },
      alternatives: [{ text: 'a' }, { text: 'b' }],
      label: { text: 'c', lang: 'nl' },
      text: 'd',
    });
    const salt = expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/);
    expect(sealed?.data).toEqual({
      what: { text: 'a', salt },
      alternatives: [
        { text: 'a', salt },
        { text: 'b', salt },
      ],
      label: { text: 'c', lang: 'nl' },
      text: 'd',
    });
    expect(new Set(JSON.stringify(sealed?.data).match(/"salt":"[^"]*"/g)).size).toBe(3);
  });

  it('gives one text one salt, wherever it stands, and keeps a text from elsewhere as it is', () => {
    const why = { text: 'a' };
    const carried = [{ text: 'b', salt: 'AAAAAAAAAAAAAAAAAAAAAA==' }, { digest: 'd'.repeat(64) }];
    const events = sealEvents(
      'process-1',
      EMPTY_STREAM,
      [
        { type: 'A', data: { reason: why } },
        { type: 'B', data: { reason: why, texts: carried } },
        { type: 'C', data: {} },
      ],
      SAMPLE_CONTEXT,
    );
    expect(events[1]?.data.reason).toEqual(events[0]?.data.reason);
    expect(events[1]?.data.texts).toEqual(carried);
    expect(events.map(({ metadata }) => metadata.texts)).toEqual([1, 0, 0]);
    expect(seal({ reason: { text: 'a' } })?.metadata).not.toHaveProperty('texts');
    const late = [{ type: 'A', data: { list: [carried[0], { text: 'new' }] } }];
    expect(() => sealEvents('process-1', EMPTY_STREAM, late, SAMPLE_CONTEXT)).toThrow('comes late in A');
  });

  it("chains each event to the one before it, starting at the stream's last event", () => {
    const head = { version: 4, hash: 'f'.repeat(64), at: '2026-03-01T00:00:00.000Z' };
    const events = sealEvents(
      'process-1',
      head,
      [
        { type: 'A', data: {} },
        { type: 'B', data: {} },
      ],
      SAMPLE_CONTEXT,
    );
    expect(events[0]?.metadata.previousHash).toBe(head.hash);
    const stored = events.map((event, index) => ({
      ...event,
      stream: 'process-1',
      version: 5 + index,
      position: '1',
    }));
    expect(verifyChain(stored, new Map([['process-1', head]]))).toBeUndefined();
    expect(seal({})?.metadata.previousHash).toBeNull();
  });

  it("never sets a time before that of the stream's last event", () => {
    const at = (last: string | undefined) =>
      seal({}, { version: 1, hash: 'f'.repeat(64), at: last })?.metadata.at;
    expect(at('2026-03-02T08:59:59.999Z')).toBe('2026-03-02T09:00:00.000Z');
    expect(at('2026-03-02T09:00:00.001Z')).toBe('2026-03-02T09:00:00.001Z');
    expect(at(undefined)).toBe('2026-03-02T09:00:00.000Z');
  });

  it('gives every event its own id, and marks demonstration events', () => {
    const ids = sealEvents(
      'process-1',
      EMPTY_STREAM,
      Array(200).fill({ type: 'A', data: {} }),
      SAMPLE_CONTEXT,
    ).map(({ metadata }) => metadata.eventId);
    expect(new Set(ids).size).toBe(200);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(seal({})?.metadata).not.toHaveProperty('demo');
    expect(seal({}, EMPTY_STREAM, { ...SAMPLE_CONTEXT, demo: false })?.metadata).not.toHaveProperty('demo');
    expect(seal({}, EMPTY_STREAM, { ...SAMPLE_CONTEXT, demo: true })?.metadata.demo).toBe(true);
  });

  it('names the event that brought these about, as part of the hash', () => {
    const cause = { stream: 'proposal-p', version: 3 };
    const sealed = seal({}, EMPTY_STREAM, { ...SAMPLE_CONTEXT, cause })!;
    expect(sealed.metadata.cause).toEqual(cause);
    expect(seal({})?.metadata).not.toHaveProperty('cause');
    const stored = { ...sealed, stream: 'process-1', version: 1, position: '1' };
    expect(verifyChain([stored])).toBeUndefined();
    const other = { ...stored, metadata: { ...sealed.metadata, cause: { ...cause, version: 4 } } };
    expect(verifyChain([other])).toMatchObject({ problem: 'its content does not match its hash' });
  });

  it('leaves out undefined members', () => {
    expect(seal({ role: undefined, note: { text: 'x', other: undefined } })?.data).toEqual({
      note: { text: 'x', salt: expect.any(String) },
    });
  });

  it('refuses half a surrogate pair in any text', () => {
    for (const data of [{ reason: { text: 'a\ud83d' } }, { list: ['\udc69'] }, { 'key\ud83d': 1 }]) {
      expect(() => seal(data)).toThrow(IllFormedText);
    }
    expect(() => seal({}, EMPTY_STREAM, { ...SAMPLE_CONTEXT, commandId: '\ud83d' })).toThrow(IllFormedText);
    expect(() => seal({ reason: { text: '👩‍⚖️' } })).not.toThrow();
  });
});
