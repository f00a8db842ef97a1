import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** Who waits for an answer. */
export class Asking {
  private controller: AbortController | undefined;

  /** @param person undefined when nobody is signed in */
  constructor(
    readonly person: string | undefined,
    private readonly response: ServerResponse,
  ) {}

  /** Aborted when the client is gone before it has its answer. */
  get gone(): AbortSignal {
    if (!this.controller) {
      const controller = (this.controller = new AbortController());
      const end = () => !this.response.writableFinished && controller.abort();
      if (this.response.closed) end();
      else this.response.once('close', end);
    }
    return this.controller.signal;
  }
}

const asked = new AsyncLocalStorage<Asking>();

/** Who asked for what is being done; undefined for what nobody asked for, such as work at a start. */
export const asking = (): Asking | undefined => asked.getStore();

/** Remembers with every request who asked, for what is done long after in its name. */
export function rememberAsking(server: FastifyInstance): void {
  // After the body was read, since that goes on in a context of its own.
  server.addHook('preValidation', ({ person }, { raw }, done) =>
    asked.run(new Asking(person?.id, raw), done),
  );
}
