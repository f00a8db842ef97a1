import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Person } from '#contract';
import { ProblemException } from '../problems/problem-exception.js';
import type { Settings } from '../../settings.js';
import type { People } from './people.js';
import { openSession, SESSION_COOKIE } from '../../../accounts/session-cookie.js';

export interface Identified {
  person: Person;
  by: 'bearer' | 'cookie';
}

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="knipkaart"' };

/**
 * Who a request says it comes from; a bearer token wins over the cookie. Undefined where it says nothing that
 * holds.
 * @throws ProblemException 401 for a token that belongs to nobody
 */
export function identify(
  request: FastifyRequest,
  people: People,
  sessionKey: string,
): Identified | undefined {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const id = /^Bearer demo:(.+)$/i.exec(authorization)?.[1];
    const person = id === undefined ? undefined : people.find(id);
    if (!person) throw new ProblemException('bearerUnknown', { headers: CHALLENGE });
    return { person, by: 'bearer' };
  }
  const cookie = request.cookies[SESSION_COOKIE];
  const id = cookie === undefined ? undefined : openSession(cookie, sessionKey, new Date());
  const person = id === undefined ? undefined : people.find(id);
  return person && { person, by: 'cookie' };
}

export const notSignedIn = (): ProblemException =>
  new ProblemException('notSignedIn', { headers: CHALLENGE });

/**
 * The addresses under which people reach this service: PUBLIC_URL, and the loopback names with the port that
 * took the request.
 */
function ownAddresses(request: FastifyRequest, { publicUrl }: Settings): URL[] {
  const local = ['localhost', '127.0.0.1', '[::1]'].map(
    (host) => new URL(`http://${host}:${request.socket.localPort}`),
  );
  return publicUrl ? [publicUrl, ...local] : local;
}

/**
 * A page elsewhere could make a browser read and write here under a name of its own (DNS rebinding).
 * @throws ProblemException 403
 */
export function assertOwnHost(request: FastifyRequest, settings: Settings): void {
  const own = ownAddresses(request, settings);
  if (own.some(({ host }) => host === request.headers.host?.toLowerCase())) return;
  throw new ProblemException('hostForeign', { params: { expected: own.map(({ host }) => host).join(', ') } });
}

/**
 * The browser adds the cookie whoever asks it to write, so it has to come from the page itself.
 * @throws ProblemException 403
 */
export function assertOwnOrigin(request: FastifyRequest, settings: Settings): void {
  const own = ownAddresses(request, settings);
  if (own.some(({ origin }) => origin === request.headers.origin)) return;
  throw new ProblemException('originForeign', {
    params: { expected: own.map(({ origin }) => origin).join(', ') },
  });
}
