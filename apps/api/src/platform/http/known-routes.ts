import type { FastifyInstance } from 'fastify';

/**
 * Every route the server has: what the access table is held against, and what a refused method is answered
 * with.
 */
export class KnownRoutes {
  private readonly routes: { method: string; url: string; matches: RegExp }[] = [];

  /** Must be called before any route is added. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url }) => {
      const matches = new RegExp(
        `^${url
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replace(/:\w+/g, '[^/]+')
          .replace(/\*/g, '.*')}$`,
      );
      for (const name of [method].flat()) this.routes.push({ method: name, url, matches });
    });
  }

  /** As `GET /api/v1/processes/:id`; what answers HEAD is the route of GET. */
  keys(): string[] {
    return [
      ...new Set(
        this.routes.filter(({ method }) => method !== 'HEAD').map(({ method, url }) => `${method} ${url}`),
      ),
    ];
  }

  /** The methods that work at a path, catch-all routes aside. */
  methodsAt(path: string): string[] {
    return [
      ...new Set(
        this.routes
          .filter(({ url, matches }) => !url.includes('*') && matches.test(path))
          .map(({ method }) => method),
      ),
    ];
  }
}
