import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { atEnd } from '../at-end.js';
import { until } from '../until.js';

/** In requests, for the host of the connection that sends them. */
const HOST = 'HOST';
const BODY = JSON.stringify({ name: 'Kapvergunning', domain: 'vergunningen' });

/** A client on one connection, which it keeps for ever, as browsers and proxies do. */
export class KeptConnection {
  received = '';
  /** Whether the service ended the connection. */
  ended = false;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.on('data', (chunk: Buffer) => (this.received += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.ended = true));
    atEnd(() => void socket.destroy());
  }

  static async to(url: string): Promise<KeptConnection> {
    const { host, port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    return new KeptConnection(socket, host);
  }

  /** Sends all texts at once, so that the requests in them arrive together. */
  send(...texts: string[]): void {
    this.socket.write(texts.join('').replaceAll(HOST, this.host));
  }

  /** Takes nothing that the service sends from now on. */
  pause(): void {
    this.socket.pause();
  }

  /** Ends the connection from this side. */
  leave(): void {
    this.socket.end();
  }

  /** Begins a write and resolves when the service waits for its body, which is `WRITE.body`. */
  async beginWrite(...headers: string[]): Promise<void> {
    this.send(WRITE.head('Expect: 100-continue', ...headers));
    await until(
      () => this.received.includes('HTTP/1.1 100 Continue\r\n\r\n'),
      () => `The service does not wait for the body: ${this.received}`,
    );
  }

  /** The status of each answer so far. */
  statuses(): number[] {
    return [...this.received.matchAll(/HTTP\/1\.1 ([2-5]\d\d) /g)].map((match) => Number(match[1]));
  }

  /** For each answer so far: whether it says that it is the last on its connection. */
  endings(): boolean[] {
    const heads = this.received.matchAll(/HTTP\/1\.1 [2-5]\d\d [^]*?\r\n\r\n/g);
    return [...heads].map(([head]) => /^connection: close\r$/im.test(head));
  }

  /** Ids of the processes whose registration was answered with success. */
  registered(): string[] {
    return [...this.received.matchAll(/^location: \/api\/v1\/processes\/(\S+)\r$/gim)].map(([, id]) => id!);
  }

  async answered(count = 1): Promise<void> {
    await until(
      () => this.statuses().length >= count,
      () => `No answer number ${count}: ${this.received}`,
    );
  }

  async end(): Promise<void> {
    await until(
      () => this.ended,
      () => `The connection is still there: ${this.received}`,
    );
  }
}

/** A request that registers a process. */
export const WRITE = {
  head: (...headers: string[]): string =>
    [
      'POST /api/v1/processes HTTP/1.1',
      `Host: ${HOST}`,
      'Authorization: Bearer demo:procesverantwoordelijke',
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(BODY)}`,
      ...headers,
      '',
      '',
    ].join('\r\n'),
  body: BODY,
};

export const get = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${HOST}\r\nAuthorization: Bearer demo:auditor\r\n\r\n`;
