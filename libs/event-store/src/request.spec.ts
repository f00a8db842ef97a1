import { describe, expect, it } from '@jest/globals';
import { EMPTY_STREAM } from './hash.js';
import { freeTextsOf, identifyRequest, isSameRequest } from './request.js';
import { SAMPLE_CONTEXT } from './contract-tests/sample-events.js';
import { sealEvents } from './seal.js';

const request = {
  command: 'DecideKnip',
  elementId: 'Task_1',
  side: 'front',
  reason: { text: 'snel' },
  alternatives: [{ text: 'b' }, { text: 'a' }],
};

/** The stored event that such a request makes. */
function storedFor({ command: _, ...data }: typeof request) {
  const events = sealEvents('process-1', EMPTY_STREAM, [{ type: 'KnipDecided', data }], {
    ...SAMPLE_CONTEXT,
    ...identifyRequest(request),
  });
  return events.map((event) => ({ ...event, stream: 'process-1', version: 1, position: '1' }));
}

describe('telling a repeated request from another', () => {
  it('finds free texts in the order of keys, not in the order they were written', () => {
    expect(identifyRequest(request).freeTexts).toEqual(['b', 'a', 'snel']);
    const [event] = storedFor(request);
    expect(freeTextsOf(event?.data ?? {})).toEqual([{ text: 'b' }, { text: 'a' }, { text: 'snel' }]);
    expect(
      freeTextsOf({ diagram: { digest: 'd', encoding: 'br', bytes: '' }, label: { text: 'x', lang: 'nl' } }),
    ).toEqual([]);
  });

  it('leaves the content of free texts out of the digest, but not their number', () => {
    const digest = (other: object): string => identifyRequest({ ...request, ...other }).requestDigest;
    expect(digest({ reason: { text: 'anders' } })).toBe(digest({}));
    expect(digest({ side: 'back' })).not.toBe(digest({}));
    expect(digest({ alternatives: [{ text: 'b' }] })).not.toBe(digest({}));
    expect(digest({ role: undefined })).toBe(digest({}));
  });

  it('recognises the same request, and any change of a text', () => {
    expect(isSameRequest(identifyRequest(request), storedFor(request))).toBe(true);
    for (const other of [
      { reason: { text: 'Snel' } },
      { alternatives: [{ text: 'a' }, { text: 'b' }] },
      { side: 'back' },
    ]) {
      expect(isSameRequest(identifyRequest({ ...request, ...other }), storedFor(request))).toBe(false);
    }
  });

  it('compares only what the request brought, where texts from elsewhere came along', () => {
    const why = { text: 'nu' };
    const carried = { text: 'snel', salt: 'AAAAAAAAAAAAAAAAAAAAAA==' };
    const events = sealEvents(
      'process-1',
      EMPTY_STREAM,
      [
        { type: 'Ended', data: { reason: carried } },
        { type: 'Ended', data: { reason: why, what: { digest: 'd'.repeat(64) } } },
        { type: 'Saved', data: { note: why } },
        { type: 'Decided', data: { reason: carried } },
      ],
      { ...SAMPLE_CONTEXT, ...identifyRequest({ note: why }) },
    ).map((event, index) => ({ ...event, stream: 'process-1', version: index + 1, position: '1' }));
    expect(events.map(({ metadata }) => metadata.texts)).toEqual([0, 1, 0, 0]);
    expect(isSameRequest(identifyRequest({ note: { text: 'nu' } }), events)).toBe(true);
    expect(isSameRequest(identifyRequest({ note: { text: 'snel' } }), events)).toBe(false);
    const gone = { digest: 'e'.repeat(64) };
    const erased = events.map((event, index) => ({
      ...event,
      data: index === 1 ? { ...event.data, reason: gone } : index === 2 ? { note: gone } : event.data,
    }));
    expect(isSameRequest(identifyRequest({ note: { text: 'wat ook' } }), erased)).toBe(true);
  });

  describe('where one text stands in several places', () => {
    const [once, again] = [{ text: 'nu' }, { text: 'straks' }];
    const stored = (...data: object[]) =>
      sealEvents(
        'process-1',
        EMPTY_STREAM,
        data.map((one) => ({ type: 'Decided', data: one })),
        { ...SAMPLE_CONTEXT, ...identifyRequest({ a: once, b: again }) },
      ).map((event, index) => ({ ...event, stream: 'process-1', version: index + 1, position: '1' }));
    const isSame = (b: string, events: ReturnType<typeof stored>) =>
      isSameRequest(identifyRequest({ a: { text: 'nu' }, b: { text: b } }), events);

    it('compares it where it stands first', () => {
      for (const events of [
        stored({ a: once }, { a: once, b: again }),
        stored({ a: once, b: once, c: again }),
        stored({ a: once, b: again }, { a: again, b: once }),
      ]) {
        expect(isSame('straks', events)).toBe(true);
        expect(isSame('later', events)).toBe(false);
      }
    });

    it('still compares the others when it was erased', () => {
      const gone = { digest: 'e'.repeat(64) };
      const [event] = stored({ a: once, b: once, c: again });
      const erased = [{ ...event!, data: { ...event!.data, a: gone, b: gone } }];
      expect(isSame('straks', erased)).toBe(true);
      expect(isSame('later', erased)).toBe(false);
    });
  });

  it('treats an erased text as equal', () => {
    const erased = storedFor(request).map((event) => ({
      ...event,
      data: { ...event.data, reason: { digest: 'd'.repeat(64) } },
    }));
    expect(isSameRequest(identifyRequest({ ...request, reason: { text: 'wat ook' } }), erased)).toBe(true);
    expect(
      isSameRequest(identifyRequest({ ...request, alternatives: [{ text: 'b' }, { text: 'c' }] }), erased),
    ).toBe(false);
  });
});
