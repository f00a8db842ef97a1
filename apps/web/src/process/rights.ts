import type { Person } from '#contract';

/** What of a process bears on who may change it. */
export interface Guarded {
  domain: string;
  retired: boolean;
  owner?: { id: string };
}

const holdsFor = (person: Person, domain: string): boolean =>
  person.domains.length === 0 || person.domains.includes(domain);

/** Whether this person may make a process in a domain; the service has the last word. */
export function mayWriteIn(person: Person, domain: string): boolean {
  return (
    (person.persona === 'werkgroeplid' || person.persona === 'procesverantwoordelijke') &&
    holdsFor(person, domain)
  );
}

/** Whether this person may change a process: the workgroup of its domain, or who answers for it. */
export function mayEdit(person: Person, process: Guarded): boolean {
  if (process.retired) return false;
  return (
    (person.persona === 'werkgroeplid' && holdsFor(person, process.domain)) || answersFor(person, process)
  );
}

/** Whether this person may retire a process: only who answers for it. */
export const mayRetire = (person: Person, process: Guarded): boolean =>
  !process.retired && answersFor(person, process);

function answersFor(person: Person, process: Guarded): boolean {
  if (person.persona !== 'procesverantwoordelijke') return false;
  return process.owner ? process.owner.id === person.id : holdsFor(person, process.domain);
}
