import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { USUAL_BOUNDS, type Bounds } from '../../environment/bounds.js';

/** How many connections beyond the bound are told so; more are dropped without a word. */
const TOLD = 50;
/** Turns of the event loop in which a service that stops reads what has arrived. */
const TURNS = 3;

/**
 * The connections of a server, and how many requests are under way on each. There are at most so many, and
 * fewer on which nobody has signed in: one more of these ends the one that has been idle longest, so that
 * nobody keeps others out by holding connections. Node closes idle connections only
 * once, when a server is closed, and one that never sent a request counts as busy. Each of those would keep a
 * service that stops from ending.
 */
export class OpenConnections {
  private readonly connections = new Map<Socket, Connection>();
  /** On these nobody has signed in; the one used last comes last. */
  private readonly strangers = new Set<Socket>();
  private readonly stop = new AbortController();

  constructor(
    private readonly server: Server,
    bounds: Pick<Bounds, 'connections' | 'connectionsNotSignedIn'> = USUAL_BOUNDS,
  ) {
    server.maxConnections = bounds.connections + TOLD;
    server.on('connection', (socket: Socket) => {
      const isTooMany = this.connections.size >= bounds.connections;
      this.connections.set(socket, { underWay: 0, newest: undefined, isTooMany });
      this.strangers.add(socket);
      socket.once('close', () => {
        this.connections.delete(socket);
        this.strangers.delete(socket);
      });
      if (this.strangers.size > bounds.connectionsNotSignedIn) this.endIdlest();
    });
    // First, because the server's own listener may answer at once.
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const connection = this.connections.get(request.socket);
      if (!connection) return;
      connection.underWay += 1;
      connection.newest = request;
      if (this.strangers.delete(request.socket)) this.strangers.add(request.socket);
      const ended = () => {
        connection.underWay -= 1;
        this.endIfIdle(request.socket, connection);
      };
      // Closing on a body that is still being sent would take the answer with it.
      response.once('close', () =>
        request.complete || request.destroyed ? ended() : request.once('close', ended),
      );
    });
  }

  /** Aborted when the service begins to stop. What would never end by itself ends then. */
  get ending(): AbortSignal {
    return this.stop.signal;
  }

  /** Whether the answer to a request is the last one on its connection. */
  endsAfter(request: IncomingMessage): boolean {
    const connection = this.connections.get(request.socket);
    return this.isEnding(connection) && request.complete && connection?.newest === request;
  }

  /** Whether a request came on a connection that is one too many. */
  isTooMany({ socket }: IncomingMessage): boolean {
    return this.connections.get(socket)?.isTooMany ?? false;
  }

  /** Says that who sent this request is signed in. */
  signedIn({ socket }: IncomingMessage): void {
    this.strangers.delete(socket);
  }

  /** The newest request of a connection, and how many are not answered to their end. */
  underWay(socket: Socket): { count: number; newest: IncomingMessage | undefined } {
    const { underWay: count = 0, newest } = this.connections.get(socket) ?? {};
    return { count, newest };
  }

  /**
   * Reads what has arrived, takes no new connections, ends those without a request, and each other one after
   * its last answer.
   * Resolves when all are gone.
   * @param sendingMs a client that has not sent its request by then is left alone
   * @param boundMs so is one that has not got, or not taken, its answer by then
   */
  async end({ sendingMs, boundMs }: { sendingMs: number; boundMs: number }): Promise<void> {
    this.stop.abort();
    // What has arrived and is not read yet is under way as well: one turn takes the connection, the next
    // reads it.
    for (let turn = 0; turn < TURNS; turn++) await setImmediate();
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const [socket, connection] of this.connections) this.endIfIdle(socket, connection);
    const bound = setTimeout(() => {
      for (const socket of this.connections.keys()) socket.destroy();
    }, boundMs);
    const sending = setTimeout(() => {
      for (const [socket, { underWay, newest }] of this.connections)
        if (underWay === 1 && !newest?.complete) socket.destroy();
    }, sendingMs);
    await closed;
    clearTimeout(bound);
    clearTimeout(sending);
  }

  private endIfIdle(socket: Socket, connection: Connection): void {
    if (connection.underWay === 0 && this.isEnding(connection)) socket.destroySoon();
  }

  private isEnding(connection: Connection | undefined): boolean {
    return this.ending.aborted || (connection?.isTooMany ?? false);
  }

  /** Ends the connection of a stranger on which nothing has come for longest; a busy one only last. */
  private endIdlest(): void {
    const idle = [...this.strangers].find((socket) => this.connections.get(socket)?.underWay === 0);
    const [oldest] = this.strangers;
    (idle ?? oldest)?.destroy();
  }
}

interface Connection {
  underWay: number;
  newest: IncomingMessage | undefined;
  /** It came when there were as many as there may be: its first answer says so, and is its last. */
  isTooMany: boolean;
}
