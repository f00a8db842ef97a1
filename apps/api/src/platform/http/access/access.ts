import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Settings } from '../../environment/settings.js';
import { routeUnknown } from '../problems/known-errors.js';
import type { OpenConnections } from '../protocol/open-connections.js';
import type { Person } from '../protocol/person.answer.js';
import { anyone, type Action } from '../routes/actions.js';
import { asksActingAs, assertActingAs } from './acting-as.js';
import type { Identification, Identified } from './identification.js';
import { personaRefusal } from './may.js';
import { assertOwnHost, assertOwnOrigin } from './own-address.js';
import { RateLimits } from './rate-limits.js';
import { notSignedIn } from './signed-in.js';

/** A write to one thing, as far as its address and headers tell. */
export interface AskedWrite {
  /** Of the thing that is written to. */
  id: string;
  action: Action;
  person: Person;
  headers: FastifyRequest['headers'];
}

/** Why somebody may not write to a thing, such as its domain or its owner; undefined when they may. */
export type RefusalOnSubject = (asked: AskedWrite) => Promise<Error | undefined> | undefined;

/**
 * Who may call what: one check before every route, and before a byte of the body is read. So nobody makes the
 * service read or hold what it refuses anyway. Each part adds what it alone knows.
 */
export class Access {
  private identification: Identification | undefined;
  private readonly subjects = new Map<string, RefusalOnSubject>();

  constructor(private readonly settings: Settings) {}

  /** Says who tells people apart. */
  identifiedBy(identification: Identification): void {
    this.identification = identification;
  }

  /** Says who may write to the things of a collection, for example `toys`. */
  decidedBy(collection: string, refusal: RefusalOnSubject): void {
    this.subjects.set(collection, refusal);
  }

  /** Makes the check the next hook of every request: host, sign-in, persona, and the thing itself. */
  guard(server: FastifyInstance, connections: OpenConnections): void {
    const rates = new RateLimits(server, this.settings.bounds);
    server.addHook('onRequest', async (request, reply) => {
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const { url: route = '', config } = request.routeOptions;
      const { action } = config;
      const { identified, refusal } = this.whoAsks(request, method, route, action);
      const person = identified?.person;
      if (identified) {
        request.person = identified.person;
        if (identified.session) request.session = identified.session;
        connections.signedIn(request.raw);
      }
      if (!config.isForMonitors) await rates.count(request, reply);
      if (refusal) throw refusal;
      if (!action || !person) return;
      const refused =
        personaRefusal(person, action) ??
        (method === 'GET' ? undefined : await this.refusalOnSubject(request, route, action, person));
      if (refused) throw refused;
    });
  }

  /** Who asks, or why nobody who asks like this is answered. */
  private whoAsks(
    request: FastifyRequest,
    method: string,
    route: string,
    action: Action | undefined,
  ): { identified?: Identified | undefined; refusal?: unknown } {
    if (!action) return { refusal: routeUnknown(request.url) };
    try {
      return { identified: this.identified(request, method, route, action) };
    } catch (refusal) {
      return { refusal };
    }
  }

  /** Who asks; undefined where that does not matter. */
  private identified(
    request: FastifyRequest,
    method: string,
    route: string,
    action: Action,
  ): Identified | undefined {
    // A token that means something to a proxy or monitor says nothing here.
    if (action === anyone && method === 'GET') return undefined;
    assertOwnHost(request, this.settings);
    const identified = this.identification?.identify(request);
    const setsCookie = action === anyone && !identified;
    if (method !== 'GET' && (identified?.by === 'cookie' || setsCookie))
      assertOwnOrigin(request, this.settings);
    if (action === anyone) return undefined;
    if (!identified) throw notSignedIn();
    if (identified.by === 'cookie' && asksActingAs(method, route)) assertActingAs(request, identified.person);
    return identified;
  }

  private async refusalOnSubject(
    { params, headers }: FastifyRequest,
    route: string,
    action: Action,
    person: Person,
  ): Promise<Error | undefined> {
    const refusal = this.subjects.get(/^\/api\/v1\/([^/]+)\/:id(?:\/|$)/.exec(route)?.[1] ?? '');
    return refusal?.({ id: (params as { id: string }).id, action, person, headers });
  }
}
