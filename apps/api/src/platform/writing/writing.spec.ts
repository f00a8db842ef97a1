import { expect, it } from '@jest/globals';
import { aggregate } from '#domain';
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
