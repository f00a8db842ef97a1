import type { FastifyRequest } from 'fastify';
import type { Settings } from '../../environment/settings.js';
import { ProblemException } from '../problems/problem-exception.js';
import { ACCESS_PROBLEMS } from './access.problems.js';

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
  throw new ProblemException(ACCESS_PROBLEMS.hostForeign, {
    params: { expected: own.map(({ host }) => host).join(', ') },
  });
}

/**
 * A browser adds the cookie to a write from any page, so the write has to come from our own page.
 * @throws ProblemException 403
 */
export function assertOwnOrigin(request: FastifyRequest, settings: Settings): void {
  const own = ownAddresses(request, settings);
  if (own.some(({ origin }) => origin === request.headers.origin)) return;
  throw new ProblemException(ACCESS_PROBLEMS.originForeign, {
    params: { expected: own.map(({ origin }) => origin).join(', ') },
  });
}
