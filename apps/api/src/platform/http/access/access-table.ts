import type { PersonaName } from '#contract';

const EVERYONE: readonly PersonaName[] = [
  'werkgroeplid',
  'procesverantwoordelijke',
  'verbeterteam',
  'auditor',
  'beheerder',
];

/**
 * Who may do what (domain.md, "The people and what each may do"). Of writes a person's domains and ownership
 * decide further: `may.ts`. `anyone` needs no signing in.
 */
export const PERSONAS = {
  anyone: EVERYONE,
  read: EVERYONE,
  readLog: ['auditor', 'beheerder'],
  register: ['werkgroeplid', 'procesverantwoordelijke'],
  edit: ['werkgroeplid', 'procesverantwoordelijke'],
  bind: ['procesverantwoordelijke'],
  retire: ['procesverantwoordelijke'],
  nameMilestone: ['procesverantwoordelijke'],
  nameOwner: ['procesverantwoordelijke', 'beheerder'],
} as const satisfies Record<string, readonly PersonaName[]>;

export type Action = keyof typeof PERSONAS;

/** What each route asks for. A route that is not here cannot be served: the service refuses to start. */
export const ACCESS: Readonly<Record<string, Action>> = {
  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/people': 'anyone',
  'POST /api/v1/session': 'anyone',
  'GET /api/v1/session': 'read',
  'DELETE /api/v1/session': 'read',

  'GET /api/v1/domains': 'read',
  'GET /api/v1/processes': 'read',
  'GET /api/v1/processes/:id': 'read',
  'GET /api/v1/processes/:id/diagram': 'read',
  'GET /api/v1/processes/:id/export': 'read',
  'GET /api/v1/processes/:id/history': 'read',
  'GET /api/v1/processes/:id/comparison': 'read',
  'POST /api/v1/comparisons': 'read',
  'GET /api/v1/updates': 'read',
  'GET /api/v1/events': 'readLog',

  'POST /api/v1/processes': 'register',
  'PATCH /api/v1/processes/:id': 'edit',
  'POST /api/v1/processes/:id/retirement': 'retire',
  'PUT /api/v1/processes/:id/diagram': 'edit',
  'POST /api/v1/processes/:id/merges': 'edit',
  'PUT /api/v1/processes/:id/knips/:elementId': 'edit',
  'POST /api/v1/processes/:id/knips/:elementId/withdrawal': 'edit',
  'PUT /api/v1/processes/:id/channel-priority': 'edit',
  'PUT /api/v1/processes/:id/handovers/:flowId': 'edit',
  'PUT /api/v1/processes/:id/data-requests/:elementId': 'edit',
  'PUT /api/v1/processes/:id/bindings/:elementId': 'bind',
  'POST /api/v1/processes/:id/bindings/:elementId/lifting': 'bind',
  'PUT /api/v1/processes/:id/owner': 'nameOwner',
  'POST /api/v1/processes/:id/milestones': 'nameMilestone',

  'GET /health/live': 'anyone',
  'GET /health/ready': 'anyone',
  'GET /metrics': 'anyone',
  // The page's own files.
  'GET /*': 'anyone',
  'GET /.well-known/security.txt': 'anyone',
};

/** @throws Error naming the routes that the table forgot */
export function assertEveryRouteListed(routes: readonly string[]): void {
  const forgotten = routes.filter((route) => !Object.hasOwn(ACCESS, route));
  if (forgotten.length > 0) throw new Error(`The access table lacks ${forgotten.join(', ')}.`);
}
