import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of a server, and how many requests are under way on each. Node closes idle connections only
 * once, when a server is closed, and one that never sent a request counts as busy. Each of those would keep a
 * service that stops from ending.
 */
export class OpenConnections {
  private readonly connections = new Map<Socket, Connection>();
  private readonly stop = new AbortController();

  constructor(private readonly server: Server) {
    server.on('connection', (socket: Socket) => {
      this.connections.set(socket, { underWay: 0, newest: undefined });
      socket.once('close', () => this.connections.delete(socket));
    });
    // First, because the server's own listener may answer at once.
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const connection = this.connections.get(request.socket);
      if (!connection) return;
      connection.underWay += 1;
      connection.newest = request;
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
    return (
      this.ending.aborted && request.complete && this.connections.get(request.socket)?.newest === request
    );
  }

  /**
   * Takes no new connections, ends those without a request, and each other one after its last answer.
   * Resolves when all are gone.
   * @param sendingMs a client that has not sent its request by then is left alone
   * @param boundMs so is one that has not got, or not taken, its answer by then
   */
  async end({ sendingMs, boundMs }: { sendingMs: number; boundMs: number }): Promise<void> {
    this.stop.abort();
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

  private endIfIdle(socket: Socket, { underWay }: Connection): void {
    if (underWay === 0 && this.ending.aborted) socket.destroySoon();
  }
}

interface Connection {
  underWay: number;
  newest: IncomingMessage | undefined;
}
