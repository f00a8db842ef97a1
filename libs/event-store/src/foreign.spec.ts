import { describe, expect, it } from '@jest/globals';
import { newStream, sample } from './contract-tests/sample-events.js';
import { EMPTY_STREAM } from './hash.js';
import { contentIn, isShapedForeign, metadataIn, whyForeign } from './foreign.js';
import { OurEvents } from './our-events.js';
import type { Metadata, StoredEvent } from './port.js';

const [first, second] = sample('process-1', EMPTY_STREAM, 2).map(({ metadata }) => metadata) as [
  Metadata,
  Metadata,
];

describe('Metadata of an event', () => {
  it.each([first, second])('is ours as we write it', (metadata) => {
    expect(metadataIn(metadata)).toBe(metadata);
    expect(isShapedForeign({ metadata })).toBe(false);
  });

  it.each(['2026-01-05T09:00:00Z', '2026-01-05T10:00:00.000+01:00'])('may be of %s', (at) => {
    expect(isShapedForeign({ metadata: metadataIn({ ...second, at }) })).toBe(false);
  });

  it.each<[keyof Metadata, unknown[]]>([
    ['eventId', [undefined, 1]],
    ['commandId', [undefined, 1]],
    ['requestDigest', [undefined, 1]],
    ['actor', [undefined, 1]],
    ['at', [undefined, 1, 'yesterday', '2026-13-05T09:00:00.000Z', '2026-01-05T25:00:00.000Z']],
    ['schemaVersion', [undefined, '1']],
    ['previousHash', [undefined, 1, '', 'f'.repeat(63)]],
    ['hash', [undefined, null, 1, '', 'f'.repeat(63), 'f'.repeat(65), 'F'.repeat(64)]],
  ])('is foreign with another %s', (member, values) => {
    for (const value of values) {
      const metadata = metadataIn({ ...second, [member]: value });
      expect(metadata.hash).toBe('');
      expect(isShapedForeign({ metadata })).toBe(true);
    }
  });

  it.each([undefined, null, 'text', 7, [second], new Uint8Array(2)])('is foreign when it is %p', (value) => {
    expect(whyForeign({ metadata: metadataIn(value) }, null)).toBe('another program wrote it');
  });

  it('is read with its content, which is an object', () => {
    const data = { elementId: 'Task_1' };
    expect(contentIn(data, first)).toEqual({ data, metadata: first });
    for (const other of [undefined, null, 'text', [data], Uint8Array.of(1)]) {
      const { data: shown, metadata } = contentIn(other, first);
      expect(shown).toEqual({});
      expect(isShapedForeign({ metadata })).toBe(true);
    }
    expect(isShapedForeign(contentIn(data, { by: 'another program' }))).toBe(true);
  });
});

describe('An event in one of our streams', () => {
  it('is ours when it is chained to the event before it, or was found to be', () => {
    expect(whyForeign({ metadata: first }, null)).toBeUndefined();
    expect(whyForeign({ metadata: second }, first.hash)).toBeUndefined();
    expect(
      whyForeign({ metadata: { hash: second.hash, previousHash: undefined } }, first.hash),
    ).toBeUndefined();
  });

  it('is foreign when it is chained to nothing or to another event', () => {
    const unchained = 'it is not chained to the event before it';
    expect(whyForeign({ metadata: second }, null)).toBe(unchained);
    expect(whyForeign({ metadata: second }, second.hash)).toBe(unchained);
    expect(whyForeign({ metadata: first }, second.hash)).toBe(unchained);
  });
});

describe('Separating our events from foreign ones', () => {
  const streamOf = (count: number, stream = newStream()): StoredEvent[] =>
    sample(stream, EMPTY_STREAM, count).map((event, index) => ({
      ...event,
      stream,
      version: index + 1,
      position: `${index + 1}`,
    }));
  const asForeign = (event: StoredEvent): StoredEvent => ({ ...event, metadata: metadataIn({}) });

  it('keeps all of a log that is ours, also in parts', () => {
    const [one, other] = [streamOf(3), streamOf(2)];
    const ours = new OurEvents();
    for (const event of [one[0]!, other[0]!, one[1]!, other[1]!, one[2]!])
      expect(ours.in([event])).toEqual([event]);
    expect(ours.foreign).toBe(0);
    expect(ours.first).toBeUndefined();
  });

  it('leaves out a foreign event and all that follows it in its stream, and names the first', () => {
    const [one, other] = [streamOf(4), streamOf(2)];
    const log = [one[0]!, asForeign(one[1]!), one[2]!, other[0]!, asForeign(other[1]!), one[3]!];
    const ours = new OurEvents();
    expect(ours.in(log)).toEqual([one[0], other[0]]);
    expect(ours.foreign).toBe(4);
    expect(ours.first).toEqual({ stream: one[0]!.stream, version: 2, reason: 'another program wrote it' });
  });

  it('leaves out an event of ours that stands behind another one than it was written for', () => {
    const [one, other] = [streamOf(1, 'process-1'), streamOf(2, 'process-1')];
    const ours = new OurEvents();
    expect(ours.in([one[0]!, other[1]!])).toEqual(one);
    expect(ours.first?.reason).toBe('it is not chained to the event before it');
  });

  it('does not take a gap in a stream for a foreign event: somebody changed the log', () => {
    const events = streamOf(4);
    const ours = new OurEvents();
    const gap = [events[0]!, events[2]!, events[3]!];
    expect(ours.in(gap)).toEqual(gap);
    expect(ours.foreign).toBe(0);
    expect(new OurEvents().in(events.slice(1))).toEqual(events.slice(1));
  });

  it('goes on from the ends of streams that it is given', () => {
    const events = streamOf(3);
    const [{ stream, metadata }] = [events[0]!];
    const from = () =>
      new OurEvents(new Map([[stream, { version: 1, hash: metadata.hash, at: metadata.at }]]));
    expect(from().in(events.slice(1))).toEqual(events.slice(1));
    const ours = from();
    expect(ours.in([asForeign(events[1]!), events[2]!])).toEqual([]);
    expect(ours.first).toMatchObject({ version: 2 });
    expect(ours.foreign).toBe(2);
  });
});
