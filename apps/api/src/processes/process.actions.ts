import type { Action } from '../platform/http/routes/actions.js';

/** What people do to processes, and the personas that may. */
export const PROCESS_ACTIONS = {
  register: { name: 'register', personas: ['werkgroeplid', 'procesverantwoordelijke'] },
  edit: { name: 'edit', personas: ['werkgroeplid', 'procesverantwoordelijke'] },
  bind: { name: 'bind', personas: ['procesverantwoordelijke'] },
  retire: { name: 'retire', personas: ['procesverantwoordelijke'] },
  nameMilestone: { name: 'nameMilestone', personas: ['procesverantwoordelijke'] },
  nameOwner: { name: 'nameOwner', personas: ['procesverantwoordelijke', 'beheerder'] },
} as const satisfies Record<string, Action>;
