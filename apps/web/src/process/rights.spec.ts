import { describe, expect, it } from '@jest/globals';
import type { Person, PersonaName } from '#contract';
import { mayEdit, mayRetire, mayWriteIn } from './rights.js';

const person = (persona: PersonaName, ...domains: string[]): Person => ({
  id: persona,
  name: persona,
  persona,
  domains,
});
const process = { domain: 'wmo', retired: false };

describe('what the page offers to whom', () => {
  it('lets a workgroup member write in the own domain only', () => {
    const member = person('werkgroeplid', 'wmo');
    expect([mayWriteIn(member, 'wmo'), mayWriteIn(member, 'soza')]).toEqual([true, false]);
    expect([mayEdit(member, process), mayEdit(member, { ...process, domain: 'soza' })]).toEqual([
      true,
      false,
    ]);
    expect(mayRetire(member, process)).toBe(false);
  });

  it('lets a process owner retire a process that names them or nobody, but not a colleague’s', () => {
    const owner = person('procesverantwoordelijke', 'wmo');
    expect(mayRetire(owner, process)).toBe(true);
    expect(mayRetire(owner, { ...process, owner: { id: owner.id } })).toBe(true);
    expect(mayRetire(owner, { ...process, owner: { id: 'somebody-else' } })).toBe(false);
  });

  it('offers nothing to change to reader, auditor, administrator and improvement team, nor on a retired process', () => {
    for (const persona of ['lezer', 'auditor', 'beheerder', 'verbeterteam'] as const) {
      expect([mayWriteIn(person(persona), 'wmo'), mayEdit(person(persona), process)]).toEqual([false, false]);
    }
    expect(mayEdit(person('werkgroeplid', 'wmo'), { ...process, retired: true })).toBe(false);
  });
});
