import { describe, expect, it } from '@jest/globals';
import { aggregate } from '#domain';
import { PROCESS } from './process-subject.js';
import type { SubjectKind } from '../platform/writing/subject.js';
import { writingOf } from '../platform/writing/writing.js';

const person = {
  id: 'werkgroep-wmo',
  name: 'Fenna Hoekstra',
  persona: 'werkgroeplid' as const,
  domains: ['wmo'],
};
const ids = (kind: SubjectKind, id: string | undefined, key: string) => {
  const params: Record<string, string> = id === undefined ? {} : { id };
  const { commandId, subject } = writingOf(kind, { headers: { 'idempotency-key': key }, params, person });
  return [commandId, subject.id];
};

describe('The ids that follow from an Idempotency-Key', () => {
  it('are for processes as released: a repetition sent after an update is known again', () => {
    expect(ids(PROCESS, undefined, 'een-sleutel')).toEqual([
      '11d423d4-1ae6-81b8-a0e4-cd7b30348914',
      '63a791a8-82ce-876c-a2da-7447ec7b453b',
    ]);
    expect(ids(PROCESS, 'kapvergunning', 'een-sleutel')).toEqual([
      'a3b87cef-a89c-8b3d-afc7-6d0d37d98bf1',
      'kapvergunning',
    ]);
  });

  it('differ between kinds of things that happen to have one id', () => {
    const pilot = {
      aggregate: aggregate({ name: 'pilot', events: {}, older: [], initial: null, evolve: () => null }),
      called: { nl: 'deze pilot', en: 'this pilot' },
      collection: 'pilots',
    };
    expect(ids(pilot, 'a', 'een-sleutel')).not.toEqual(ids(PROCESS, 'a', 'een-sleutel'));
    expect(ids(pilot, undefined, 'een-sleutel')).not.toEqual(ids(PROCESS, undefined, 'een-sleutel'));
  });
});
