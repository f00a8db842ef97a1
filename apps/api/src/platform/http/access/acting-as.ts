import type { FastifyRequest } from 'fastify';
import { FIELDS } from '../problems/field.problems.js';
import { invalidInput, ProblemException } from '../problems/problem-exception.js';
import type { Person } from '../protocol/person.answer.js';
import { ACCESS_PROBLEMS } from './access.problems.js';

/** Where people sign in and out: there the page cannot know yet who one will be. */
const SIGNING_IN = /^\/api\/v1\/(?:session|auth)(?:\/|$)/;

/** Whether a write to this route must say, beside the cookie, as whom it is meant. */
export const asksActingAs = (method: string, route: string): boolean =>
  method !== 'GET' && !SIGNING_IN.test(route);

/**
 * All windows of a browser share one cookie. A window that was opened as somebody else must not write under
 * the name of who signed in later, so a write with the cookie says whom its page believes to be.
 * @throws ProblemException 400 when it does not say so, 409 when the cookie is another person's
 */
export function assertActingAs({ headers }: FastifyRequest, { id, name }: Person): void {
  const actingAs = headers['acting-as'];
  if (actingAs === undefined) throw invalidInput({ field: 'Acting-As', kind: FIELDS.actingAs });
  if (actingAs !== id) throw new ProblemException(ACCESS_PROBLEMS.otherPerson, { params: { person: name } });
}
