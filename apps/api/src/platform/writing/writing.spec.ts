import { describe, expect, it } from '@jest/globals';
import { aggregate } from '#domain';
import type { Person } from '../http/protocol/person.answer.js';
import { requestOf } from './request-of.js';
import { idOf } from './subject.js';
import { writingOf } from './writing.js';

const pilots = {
  aggregate: aggregate({ name: 'pilot', events: {}, older: [], initial: null, evolve: () => null }),
  called: { nl: 'deze pilot', en: 'this pilot' },
  collection: 'pilots',
};
const subjectId = (params: Record<string, string>) => writingOf(pilots, { headers: {}, params }).subject.id;

it('A write is to what the route calls :id, and to something new where the route has no parameter', () => {
  expect(subjectId({ id: 'zomer', stepId: 'a' })).toBe('zomer');
  expect(subjectId({})).toMatch(/^[0-9a-f-]{36}$/);
  expect(() => subjectId({ subject: 'zomer' })).toThrow(
    'A route that writes to a pilot must call its id :id.',
  );
});

it('A stream of a kind has the id of its subject in its name, and one of another kind has none', () => {
  expect(idOf(pilots, 'pilot-zomer')).toBe('zomer');
  expect(idOf(pilots, 'pilot-na-pilot-')).toBe('na-pilot-');
  expect(idOf(pilots, 'toy-zomer-pilot-')).toBeUndefined();
});

it('A request is told from another by its command, its subject and its content, however bytes are kept', () => {
  const bytes = { digest: '9f86', encoding: 'br', bytes: 'YQ==' };
  const content = {
    drawing: bytes,
    note: 'x',
    others: ['a', 'b'],
    step: 'A',
    tags: ['a'],
    number: 0,
    gone: null,
    leftOut: undefined,
    seal: { digest: '9f86', bytes: 'YQ==' },
    part: { encoding: 'br', bytes: 'YQ==' },
    half: { digest: '9f86', encoding: 'br' },
  };
  expect(
    requestOf('draw', { kind: pilots, id: 'zomer' }, content, new Set(['note', 'others', 'drawing'])),
  ).toEqual({
    command: 'draw',
    pilot: 'zomer',
    drawingDigest: '9f86',
    note: { text: 'x' },
    others: [{ text: 'a' }, { text: 'b' }],
    step: 'A',
    tags: ['a'],
    number: 0,
    gone: null,
    seal: { digest: '9f86', bytes: 'YQ==' },
    part: { encoding: 'br', bytes: 'YQ==' },
    half: { digest: '9f86', encoding: 'br' },
  });
  for (const freeTexts of [[], ['leftOut']])
    expect(
      Object.keys(requestOf('draw', { kind: pilots, id: 'z' }, { leftOut: undefined }, new Set(freeTexts))),
    ).toEqual(['command', 'pilot']);
});

describe('A write', () => {
  const person = (id: string): Person => ({ id, name: id, persona: 'werkgroeplid', domains: [] });
  const written = (
    headers: Record<string, string>,
    who = 'anna',
    params: Record<string, string> = { id: 'z' },
  ) => writingOf(pilots, { headers, params, person: person(who) });
  const seen = (tag: string) => written({ 'if-match': tag }).seen;
  it('was made on the newest of the versions that it names', () => {
    expect(written({}).seen).toBeUndefined();
    expect(['"3"', 'W/"3"', '"3", "12"', '"12","3"', ' W/"12" , "3" '].map(seen)).toEqual([3, 3, 12, 12, 12]);
  });

  it.each(['gzip', 'br', 'zstd', 'deflate'])(
    'was made on it, also where a proxy compressed it: %s',
    (how) => {
      expect([`"3-${how}"`, `W/"12.9f86d0-${how}"`].map(seen)).toEqual([3, 12]);
    },
  );

  it('on a version that this service did not name is on one that does not exist', () => {
    for (const tag of ['*', ' * ', '"elsewhere"', '"3", "elsewhere"', '""', '"0"', '"03"', '"3-zip"'])
      expect({ tag, seen: seen(tag) }).toEqual({ tag, seen: Number.POSITIVE_INFINITY });
  });

  it('is refused with a header that cannot be read', () => {
    const wrong: Record<string, string>[] = [
      { 'if-match': '3' },
      { 'if-match': '"3", 4' },
      { 'if-match': 'x"3"' },
      { 'if-match': '"3"x' },
      { 'if-match': 'w/"3"' },
      { 'if-match': '"3" "4"' },
      { 'if-match': '"3",' },
      { 'if-match': '"a b"' },
      { 'if-match': '' },
      { 'idempotency-key': '' },
      { 'idempotency-key': 'a b' },
      { 'idempotency-key': 'é' },
      { 'idempotency-key': 'x'.repeat(256) },
    ];
    for (const headers of wrong) expect(() => written(headers)).toThrow();
    expect(() => written({ 'idempotency-key': 'x'.repeat(255) })).not.toThrow();
    expect(() => written({ 'idempotency-key': 'x'.repeat(256) })).toThrow(
      expect.objectContaining({
        extras: { fields: [expect.objectContaining({ field: 'Idempotency-Key', params: { max: 255 } })] },
      }),
    );
  });

  it('is the same as another by its key, its sender and its subject together', () => {
    const id = (key: string, who = 'anna', subject = 'z') =>
      written({ 'idempotency-key': key }, who, { id: subject }).commandId;
    expect(id('k')).toBe(id('k'));
    expect(new Set([id('k'), id('l'), id('k', 'bram'), id('k', 'anna', 'y')]).size).toBe(4);
    expect(written({}).commandId).not.toBe(written({}).commandId);
    const ofAll = (subject: string) =>
      writingOf(
        { ...pilots, keyScope: () => 'all' },
        {
          headers: { 'idempotency-key': 'k' },
          params: { id: subject },
          person: person('anna'),
        },
      ).commandId;
    expect(ofAll('y')).toBe(ofAll('z'));
  });

  it('that makes something makes the same again under the same key, and something else under none', () => {
    const made = (headers: Record<string, string>) => written(headers, 'anna', {}).subject.id;
    expect(made({ 'idempotency-key': 'k' })).toBe(made({ 'idempotency-key': 'k' }));
    expect(made({})).not.toBe(made({}));
  });
});
