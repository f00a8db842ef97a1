import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Person } from '#contract';
import { Settings } from '../../settings.js';
import { ACCESS } from './access-table.js';
import { assertOwnHost, assertOwnOrigin, identify, notSignedIn } from './identity.js';
import { assertPersonaMay } from './may.js';
import { People } from './people.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; absent on routes that need no signing in. */
    person?: Person;
  }
}

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
    private readonly people: People,
    private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const action = ACCESS[`${method} ${request.routeOptions.url}`];
    if (!action) return false;
    // A token that means something to a proxy or monitor says nothing here.
    if (action === 'anyone' && method === 'GET') return true;
    assertOwnHost(request, this.settings);
    const identified = identify(request, this.people, this.settings.sessionKey);
    const setsCookie = action === 'anyone' && !identified;
    if (method !== 'GET' && (identified?.by === 'cookie' || setsCookie))
      assertOwnOrigin(request, this.settings);
    if (action === 'anyone') return true;
    if (!identified) throw notSignedIn();
    assertPersonaMay(identified.person, action);
    request.person = identified.person;
    return true;
  }
}
