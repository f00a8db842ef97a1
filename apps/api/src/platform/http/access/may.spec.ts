import { expect, it } from '@jest/globals';
import { inWords } from '../problems/words.js';
import type { Person } from '../protocol/person.answer.js';
import { domainRefusal, personaRefusal } from './may.js';

it('A refusal names the person, and who may instead', () => {
  const person: Person = { id: 'p', name: 'Fenna', persona: 'auditor', domains: ['wmo', 'jeugd'] };
  const action = { name: 'rename', personas: ['werkgroeplid', 'beheerder'] as const };
  const refused = personaRefusal(person, action)!;
  expect([inWords(refused, 'nl').detail, inWords(refused, 'en').detail]).toEqual([
    'Fenna mag dit niet: het is voorbehouden aan werkgroeplid, beheerder.',
    'Fenna may not do this: it is kept for workgroup member, administrator.',
  ]);
  expect(personaRefusal({ ...person, persona: 'beheerder' }, action)).toBeUndefined();
  expect([domainRefusal(person, 'wmo'), domainRefusal(person, 'jeugd')]).toEqual([undefined, undefined]);
  expect(domainRefusal({ ...person, domains: [] }, 'burgerzaken')).toBeUndefined();
  expect(inWords(domainRefusal(person, 'burgerzaken')!, 'en').detail).toBe(
    'Fenna may not change anything in the domain burgerzaken.',
  );
});
