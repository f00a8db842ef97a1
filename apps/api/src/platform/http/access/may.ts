import type { Person } from '../protocol/person.answer.js';
import { ProblemException } from '../problems/problem-exception.js';
import type { Language } from '../problems/problem-kind.js';
import { ACCESS_PROBLEMS } from './access.problems.js';
import { PERSONA_WORDS, type Action } from '../routes/actions.js';

/*
 * Who may do what, whatever it is done to. An aggregate has further rules about its things; they stand in the
 * feature of that aggregate.
 */

/** 403 when nobody of that persona may do it. */
export function personaRefusal(person: Person, { personas }: Action): ProblemException | undefined {
  if (personas.includes(person.persona)) return undefined;
  const named = (language: Language) =>
    personas.map((persona) => PERSONA_WORDS[persona][language]).join(', ');
  return new ProblemException(ACCESS_PROBLEMS.personaMayNot, {
    params: { person: person.name, allowed: { nl: named('nl'), en: named('en') } },
  });
}

/** 403 when the domain is not one of the person's. */
export function domainRefusal(person: Person, domain: string): ProblemException | undefined {
  if (person.domains.length === 0 || person.domains.includes(domain)) return undefined;
  return new ProblemException(ACCESS_PROBLEMS.otherDomain, { params: { person: person.name, domain } });
}
