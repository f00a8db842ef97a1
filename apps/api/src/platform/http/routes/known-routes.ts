import type { FastifyInstance } from 'fastify';
import type { Action } from './actions.js';

/** One line of the access table: a route as `GET /api/v1/toys/:id`, and what it does. */
export interface AccessRow {
  route: string;
  action: Action;
}

/** Every route of the server, with who may call it; also tells a refused method which ones there are. */
export class KnownRoutes {
  private readonly routes: { method: string; url: string; action: Action | undefined; matches: RegExp }[] =
    [];

  /** Must be called before any route is added. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ method, url, config }) => {
      const matches = new RegExp(
        `^${url
          .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
          .replace(/:\w+/g, '[^/]+')
          .replace(/\*/g, '.*')}$`,
      );
      for (const name of [method].flat())
        this.routes.push({ method: name, url, action: config?.action, matches });
    });
  }

  /**
   * The access table, composed of what the routes say. HEAD is answered by the route of GET.
   * @throws Error naming the routes that do not say who may call them
   */
  accessRows(): AccessRow[] {
    const routes = this.routes.filter(({ method }) => method !== 'HEAD');
    const silent = routes.filter(({ action }) => !action).map(({ method, url }) => `${method} ${url}`);
    if (silent.length > 0) throw new Error(`Nobody knows who may call ${silent.join(', ')}.`);
    return routes.map(({ method, url, action }) => ({ route: `${method} ${url}`, action: action! }));
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
