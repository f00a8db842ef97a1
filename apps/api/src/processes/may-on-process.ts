import type { Action } from '../platform/http/routes/actions.js';
import { domainRefusal, personaRefusal } from '../platform/http/access/may.js';
import type { Person } from '../platform/http/protocol/person.answer.js';
import type { Rights } from '../process-facts/index.js';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { PROCESS_PROBLEMS } from './process.problems.js';

/**
 * Says why somebody may not do this to a process as it is now. The domain decides, and for process owners
 * whether the process names them.
 * @returns a 403, or undefined when it is allowed
 */
export function refusalOnProcess(
  person: Person,
  action: Action,
  { name, domain, owner }: Rights,
): ProblemException | undefined {
  // The decision refuses what is about no process.
  if (domain === undefined) return undefined;
  const refused = personaRefusal(person, action);
  if (refused || person.persona === 'beheerder') return refused;
  // A process that names nobody yet is open to every owner in its domain.
  if (person.persona !== 'procesverantwoordelijke' || owner === undefined)
    return domainRefusal(person, domain);
  if (owner === person.id) return undefined;
  return new ProblemException(PROCESS_PROBLEMS.otherOwner, {
    params: { person: person.name, name },
  });
}
