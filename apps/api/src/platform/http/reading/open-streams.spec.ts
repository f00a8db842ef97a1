import { EventEmitter } from 'node:events';
import { expect, it } from '@jest/globals';
import type { ProblemException } from '../problems/problem-exception.js';
import { OpenStreams } from './open-streams.js';

const listening = (stopping: AbortController, streams: number) => {
  const open = new OpenStreams(stopping.signal, { streams, streamsOfPerson: 2, streamMinutes: 60 });
  return (id: string, session?: string) => {
    const raw = new EventEmitter();
    const person = { id, name: id, persona: 'auditor' as const, domains: [] };
    const until = Date.now() + 3_600_000;
    const asked = { person, ...(session && { session: { id: session, until } }) };
    return { ending: open.begin(asked, { raw } as never), leave: () => raw.emit('close') };
  };
};
const refused = (begin: () => unknown): ProblemException => {
  try {
    begin();
  } catch (error) {
    return error as ProblemException;
  }
  throw new Error('Nothing refused it.');
};

it('Somebody who may not listen is told how many do, and when to come back', () => {
  const begin = listening(new AbortController(), 3);
  const [first] = [begin('a'), begin('a'), begin('b')];
  expect(refused(() => begin('a'))).toMatchObject({
    kind: { code: 'tooManyStreamsOfPerson' },
    extras: { params: { person: 'a', streams: 2 }, headers: { 'Retry-After': '30' } },
  });
  expect(refused(() => begin('c'))).toMatchObject({
    kind: { code: 'tooManyStreams' },
    extras: { params: { streams: 3 }, headers: { 'Retry-After': '30' } },
  });
  first!.leave();
  expect(begin('c').ending.aborted).toBe(false);
});

it('Who listens is let go when the service stops, also where that began a moment before', () => {
  const stopping = new AbortController();
  const begin = listening(stopping, 9);
  const before = begin('a', 's');
  stopping.abort();
  expect([before.ending.aborted, begin('b').ending.aborted]).toEqual([true, true]);
});
