import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Person } from '../protocol/person.answer.js';
import { Settings } from '../../environment/settings.js';
import { ProblemException } from '../problems/problem-exception.js';
import { ACCESS_PROBLEMS } from './access.problems.js';
import { asksActingAs, assertActingAs } from './acting-as.js';
import { anyone } from '../routes/actions.js';
import { Identification } from './identification.js';
import { personaRefusal } from './may.js';
import { assertOwnHost, assertOwnOrigin } from './own-address.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; absent on routes that need no signing in. */
    person?: Person;
  }
}

/** What a 401 asks for. */
export const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="knipkaart"' };
const notSignedIn = (): ProblemException =>
  new ProblemException(ACCESS_PROBLEMS.notSignedIn, { headers: CHALLENGE });

/** Who is signed in, as a parameter of a controller's method. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!person) throw notSignedIn();
  return person;
});

/**
 * Stands before every route: who asks, and whether their persona may. Domains and ownership are looked at
 * where the decision is made.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly identification: Identification,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const { url: route = '', config } = request.routeOptions;
    const { action } = config;
    if (!action) return false;
    // A token that means something to a proxy or monitor says nothing here.
    if (action === anyone && method === 'GET') return true;
    assertOwnHost(request, this.settings);
    const identified = this.identification.identify(request);
    const setsCookie = action === anyone && !identified;
    if (method !== 'GET' && (identified?.by === 'cookie' || setsCookie))
      assertOwnOrigin(request, this.settings);
    if (action === anyone) return true;
    if (!identified) throw notSignedIn();
    if (identified.by === 'cookie' && asksActingAs(method, route)) assertActingAs(request, identified.person);
    const refused = personaRefusal(identified.person, action);
    if (refused) throw refused;
    request.person = identified.person;
    return true;
  }
}
