import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Address } from './address.js';
import { LogUnreachable } from '../port.js';
import { guardedClient, type GuardedClient } from './guarded-client.js';
import { untilAnswered } from './retrying.js';

interface Shared extends GuardedClient {
  users: number;
}

/** One client for each server in the whole process, shared by whoever opens the log on it. */
const clients = new Map<string, Shared>();

/** Access to a server, given free by each of its users. */
export class Connection {
  #closed = false;

  private constructor(
    readonly server: string,
    private readonly key: string,
    private readonly shared: Shared,
  ) {}

  /** Nothing is sent yet. @throws LogUnreachable when the client cannot make anything of the address */
  static to({ connectionString, server }: Address): Connection {
    const shared = clients.get(connectionString) ?? { ...clientOf(connectionString, server), users: 0 };
    clients.set(connectionString, shared);
    shared.users++;
    return new Connection(server, connectionString, shared);
  }

  get client(): EventStoreDBClient {
    this.#assertOpen();
    return this.shared.client;
  }

  /** @throws LogUnreachable when no answer came within the bound */
  ask<T>(question: (client: EventStoreDBClient) => Promise<T>, boundMs?: number): Promise<T> {
    return untilAnswered(
      this.server,
      async () => {
        const answer = await question(this.client);
        // Closing cuts readings short, and the client takes that for their end.
        this.#assertOpen();
        return answer;
      },
      boundMs,
    );
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (--this.shared.users > 0) return;
    clients.delete(this.key);
    await this.shared.close();
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error(`The log on ${this.server} is closed.`);
  }
}

function clientOf(connectionString: string, server: string): GuardedClient {
  try {
    return guardedClient(connectionString);
  } catch (error) {
    // The client's messages quote the address, with the password.
    const certificate = error instanceof Error && /certificate/i.test(error.message);
    throw new LogUnreachable(
      server,
      certificate
        ? 'a file with a certificate that its address names is not there'
        : 'its address cannot be read',
    );
  }
}
