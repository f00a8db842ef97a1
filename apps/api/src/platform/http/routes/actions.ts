import type { PersonaName } from '../protocol/person.answer.js';
import type { Texts } from '../problems/problem-kind.js';

/** What people are called by their persona. */
export const PERSONA_WORDS: Readonly<Record<PersonaName, Texts>> = {
  werkgroeplid: { nl: 'werkgroeplid', en: 'workgroup member' },
  procesverantwoordelijke: { nl: 'procesverantwoordelijke', en: 'process owner' },
  verbeterteam: { nl: 'verbeterteam', en: 'improvement team' },
  lezer: { nl: 'lezer', en: 'reader' },
  auditor: { nl: 'auditor', en: 'auditor' },
  beheerder: { nl: 'beheerder', en: 'administrator' },
};

/** All personas, in the order in which they are listed. */
export const PERSONAS = Object.keys(PERSONA_WORDS) as PersonaName[];

/**
 * Something that people do here, and the personas that may. The feature that is written to decides
 * further, for example by the domains of the person.
 */
export interface Action {
  readonly name: string;
  readonly personas: readonly PersonaName[];
}

/** Needs no signing in. */
export const anyone: Action = { name: 'anyone', personas: PERSONAS };
export const read: Action = { name: 'read', personas: PERSONAS };
