import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Address } from './address.js';
import { LogUnreachable } from '../port.js';
import { guardedClient, type GuardedClient } from './guarded-client.js';
import { learnCause, whyDenied } from './learn-cause.js';
import { newestEntry } from './newest-event.js';
import {
  isAuthenticationError,
  NoAnswer,
  retryUntilAnswered,
  withTimeout,
  type Patience,
} from './retrying.js';

interface SharedClient extends GuardedClient {
  users: number;
  /** How often the client was made to leave a node. */
  left: number;
  /** Under way while it is found out whether the node answers at all. */
  checking?: Promise<void> | undefined;
}

/**
 * A question unanswered for this long makes us ask the node something small. If that is not answered either,
 * we leave. The client itself would stay for 20 seconds, although the others have elected another leader.
 */
const SUSPICIOUS_MS = 2_000;
const SMALL_QUESTION_MS = 1_000;

/** One client per server in the whole process. Everyone who opens a log on that server shares it. */
const clients = new Map<string, SharedClient>();

/** Access to a server. The shared client closes when its last user closes. */
export class Connection {
  #closed = false;

  private constructor(
    private readonly address: Address,
    private readonly shared: SharedClient,
  ) {}

  /**
   * Sends nothing yet.
   * @throws LogUnreachable when the client cannot read the address
   */
  static to(address: Address): Connection {
    const { connectionString, server } = address;
    const shared = clients.get(connectionString) ?? {
      ...clientOf(connectionString, server),
      users: 0,
      left: 0,
    };
    clients.set(connectionString, shared);
    shared.users++;
    return new Connection(address, shared);
  }

  get client(): EventStoreDBClient {
    this.#assertOpen();
    return this.shared.client;
  }

  /**
   * Sends a request and retries it until there is an answer.
   * @throws LogUnreachable when there is no answer within the timeout
   */
  ask<T>(question: (client: EventStoreDBClient) => Promise<T>, patience?: Patience): Promise<T> {
    return retryUntilAnswered(
      this.address.server,
      async () => {
        const { left } = this.shared;
        const suspicion = setTimeout(() => void this.#leaveIfSilent(), SUSPICIOUS_MS);
        try {
          const answer = await question(this.client);
          // The client treats a cancelled read as complete. Closing and leaving cancel running reads.
          this.#assertOpen();
          if (this.shared.left !== left) throw new NoAnswer();
          return answer;
        } catch (error) {
          // The next attempt goes to another node, if this one turns out to be silent.
          await this.shared.checking;
          throw error;
        } finally {
          clearTimeout(suspicion);
        }
      },
      (error) => this.#explain(error),
      patience,
    );
  }

  /** Leaves a node that answers nothing any more, for example because it is frozen. */
  #leaveIfSilent(): Promise<void> {
    const { shared } = this;
    shared.checking ??= withTimeout(newestEntry(shared.client, false), SMALL_QUESTION_MS)
      .catch(async (error: unknown) => {
        if (!(error instanceof NoAnswer)) return;
        shared.left++;
        await shared.leave();
      })
      // Without a connection there is nothing to leave.
      .catch(() => undefined)
      .then(() => void (shared.checking = undefined));
    return shared.checking;
  }

  /** A server that was reached but is silent tells us nothing more. */
  async #explain(error: unknown): Promise<string | undefined> {
    if (this.#closed || error instanceof NoAnswer) return undefined;
    if (isAuthenticationError(error)) return whyDenied(this.client, this.address);
    return learnCause(this.address);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    if (--this.shared.users > 0) return;
    clients.delete(this.address.connectionString);
    await this.shared.close();
  }

  #assertOpen(): void {
    if (this.#closed) throw new Error(`The log on ${this.address.server} is closed.`);
  }
}

function clientOf(connectionString: string, server: string): GuardedClient {
  try {
    return guardedClient(connectionString);
  } catch (error) {
    // The client's messages contain the address with the password.
    const certificate = error instanceof Error && /certificate/i.test(error.message);
    throw new LogUnreachable(
      server,
      certificate
        ? 'a file with a certificate that its address names is not there'
        : 'its address cannot be read',
    );
  }
}
