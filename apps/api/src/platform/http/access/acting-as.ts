import type { FastifyRequest } from 'fastify';
import { FIELDS } from '../problems/field.problems.js';
import { invalidInput, ProblemException } from '../problems/problem-exception.js';
import type { Person } from '../protocol/person.answer.js';
import { ACCESS_PROBLEMS } from './access.problems.js';

/** The routes to sign in and out: there the page does not know yet who the person will be. */
const SIGNING_IN = /^\/api\/v1\/(?:session|auth)(?:\/|$)/;

/** Whether a write to this route must say, beside the cookie, as whom it is meant. */
export const asksActingAs = (method: string, route: string): boolean =>
  method !== 'GET' && !SIGNING_IN.test(route);

/**
 * All windows of a browser share one cookie. A window of one person must not write under the name of another
 * who signed in later. So a write with the cookie says which person its page was opened for.
 * @throws ProblemException 400 when it does not say so, 409 when the cookie is another person's
 */
export function assertActingAs({ headers }: FastifyRequest, { id, name }: Person): void {
  const actingAs = headers['acting-as'];
  if (!actingAs) throw invalidInput({ field: 'Acting-As', kind: FIELDS.actingAs });
  if (actingAs !== id) throw new ProblemException(ACCESS_PROBLEMS.otherPerson, { params: { person: name } });
}
