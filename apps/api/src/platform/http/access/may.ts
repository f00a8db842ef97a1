import type { Person } from './person.answer.js';
import { ProblemException } from '../problems/problem-exception.js';
import { ACCESS_PROBLEMS } from './access.problems.js';
import { PERSONA_WORDS, type Action } from './actions.js';

/** What decides about a write beside the persona: the process's domain, and who owns it. */
export interface Held {
  name: string;
  domain: string;
  /** Id of the process owner, where one was named. */
  owner?: string;
}

/** Whether a person may do something to a process; for what the page offers. */
export const may = (person: Person, action: Action, process: Held): boolean =>
  refusal(person, action, process) === undefined;

/** @throws ProblemException 403 that says which rule stands in the way */
export function assertMay(person: Person, action: Action, process: Held): void {
  const refused = refusal(person, action, process);
  if (refused) throw refused;
}

/** @throws ProblemException 403 when nobody of that persona may do it, whatever the process */
export function assertPersonaMay(person: Person, action: Action): void {
  const refused = personaRefusal(person, action);
  if (refused) throw refused;
}

/** @throws ProblemException 403 when the domain is not one of the person's */
export function assertInDomain(person: Person, domain: string): void {
  const refused = domainRefusal(person, domain);
  if (refused) throw refused;
}

function refusal(person: Person, action: Action, process: Held): ProblemException | undefined {
  const refused = personaRefusal(person, action);
  if (refused || person.persona === 'beheerder') return refused;
  if (person.persona !== 'procesverantwoordelijke') return domainRefusal(person, process.domain);
  // An owner's rights hold for the processes that name them, and for those in their domains that name nobody
  // yet.
  if (process.owner === person.id) return undefined;
  if (process.owner !== undefined)
    return new ProblemException(ACCESS_PROBLEMS.otherOwner, {
      params: { person: person.name, name: process.name },
    });
  return domainRefusal(person, process.domain);
}

function personaRefusal(person: Person, { personas }: Action): ProblemException | undefined {
  if (personas.includes(person.persona)) return undefined;
  const named = (language: 'nl' | 'en') =>
    personas.map((persona) => PERSONA_WORDS[persona][language]).join(', ');
  return new ProblemException(ACCESS_PROBLEMS.personaMayNot, {
    params: { person: person.name, allowed: { nl: named('nl'), en: named('en') } },
  });
}

function domainRefusal(person: Person, domain: string): ProblemException | undefined {
  if (person.domains.length === 0 || person.domains.includes(domain)) return undefined;
  return new ProblemException(ACCESS_PROBLEMS.otherDomain, { params: { person: person.name, domain } });
}
