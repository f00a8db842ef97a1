/** One node: a port that serves gRPC and, like a real node, answers `GET /info` on the same port. */
import { createServer as createHttpServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { appendingHandlers } from './appending.mjs';
import {
  gossip,
  GossipService,
  grpc,
  ServerFeaturesService,
  StreamsService,
  supportedMethods,
} from './protocol.mjs';
import { readHandler } from './reading.mjs';
import { unauthenticated } from './refusals.mjs';
import { guardedBy } from './users.mjs';

const HOST = '127.0.0.1';
const certificate = (name) => readFileSync(new URL(`certificates/${name}`, import.meta.url));
/** Kestrel's limit for one message. An event of 17 MiB exceeds it. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;
const BEAT = 50;
const FROZEN = 500;

export class Node {
  id = crypto.randomUUID();
  host = HOST;
  alive = false;
  /** How many writes wait for the thaw. */
  heldWrites = 0;
  #frozen;
  #cluster;
  #sockets = new Set();
  #listener;
  #grpc;
  #lastBeat = performance.now();
  #thawing = 0;
  #heart = setInterval(() => this.#beat(), BEAT).unref();

  /** @param cluster has the log, the limits and the faults, and knows the leader */
  constructor(cluster, port) {
    this.#cluster = cluster;
    this.port = port;
  }

  get log() {
    return this.#cluster.log;
  }

  get faults() {
    return this.#cluster.faults;
  }

  get appendLimit() {
    return this.#cluster.appendLimit;
  }

  get clockAhead() {
    return this.#cluster.clockAhead;
  }

  get reads() {
    return this.#cluster.reads;
  }

  get slowness() {
    return this.#cluster.slowness;
  }

  get startsAtPosition() {
    return this.#cluster.startsAtPosition;
  }

  /** 26.1 sends a checkpoint when a filtered subscription goes live. 23.10 does not. */
  get checkpointWhenLive() {
    return Number.parseInt(this.#cluster.version, 10) >= 26;
  }

  leader() {
    return this.#cluster.leader();
  }

  /** Starts to listen. After `down` it listens on the same port again. */
  async up() {
    this.#serveGrpc();
    const http = createHttpServer((request, response) => this.#answerHttp(request, response));
    const injector = this.#grpc.createConnectionInjector(grpc.ServerCredentials.createInsecure());
    const serve = (socket) => {
      socket.on('error', () => undefined);
      socket.once('readable', () => {
        const first = socket.read();
        if (!first) return;
        socket.unshift(first);
        if (first.toString('latin1', 0, 3) === 'PRI') injector.injectConnection(socket);
        else http.emit('connection', socket);
      });
    };
    this.#listener = this.#cluster.tls
      ? createTlsServer(
          {
            key: certificate('node.key'),
            cert: certificate('node.crt'),
            ALPNProtocols: ['h2', 'http/1.1'],
          },
          serve,
        )
      : createServer({ noDelay: true }, serve);
    this.#listener.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
    });
    this.#listener.listen(this.port, HOST);
    await once(this.#listener, 'listening');
    this.port = this.#listener.address().port;
    this.alive = true;
  }

  /**
   * Refuses new connections and breaks the existing ones, as a kill does. Nothing more is written or
   * answered.
   */
  async down() {
    if (!this.alive) return;
    this.alive = false;
    const closed = once(this.#listener, 'close');
    this.#listener.close();
    this.cut();
    await closed;
    this.#grpc.forceShutdown();
  }

  get connections() {
    return this.#sockets.size;
  }

  /** Resets the connection of one peer (`address:port`), or all connections. */
  cut(peer) {
    for (const socket of this.#sockets)
      if (peer === undefined || peer === `${socket.remoteAddress}:${socket.remotePort}`)
        socket.resetAndDestroy();
  }

  get isServing() {
    return this.alive && !this.#frozen;
  }

  freeze() {
    this.heldWrites = 0;
    this.#frozen ??= Promise.withResolvers();
  }

  thaw() {
    this.#frozen?.resolve();
    this.#frozen = undefined;
  }

  /** Resolves at once, unless the node is frozen. */
  async serving() {
    await this.#frozen?.promise;
  }

  /**
   * After a freeze, requests in the sockets wait until it is known which connections still exist. Requests of
   * lost connections are never executed.
   */
  async thawed() {
    if (this.#frozen) this.heldWrites += 1;
    await this.serving();
    this.#beat();
    if (performance.now() < this.#thawing) await pause(2 * BEAT);
  }

  #beat() {
    const now = performance.now();
    if (now - this.#lastBeat > FROZEN) this.#thawing = now + 2 * BEAT;
    this.#lastBeat = now;
  }

  dispose() {
    clearInterval(this.#heart);
  }

  #serveGrpc() {
    this.#grpc = new grpc.Server({
      'grpc.max_receive_message_length': MESSAGE_LIMIT,
      'grpc.max_send_message_length': -1,
    });
    const { users, refusesGossip, version } = this.#cluster;
    this.#grpc.addService(
      StreamsService,
      guardedBy(users, { ...appendingHandlers(this), read: readHandler(this) }),
    );
    this.#grpc.addService(ServerFeaturesService, {
      getSupportedMethods: async (_call, callback) => {
        await this.serving();
        callback(null, supportedMethods(version));
      },
    });
    this.#grpc.addService(GossipService, {
      read: async (_call, callback) => {
        await this.serving();
        if (refusesGossip) callback(unauthenticated());
        else callback(null, gossip(this.#cluster.members()));
      },
    });
  }

  #answerHttp({ url }, response) {
    if (url === '/health/live') response.writeHead(204).end();
    else if (url === '/info')
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.#info()));
    else response.writeHead(404).end();
  }

  #info() {
    const { state } = this.#cluster.members().find(({ id }) => id === this.id);
    return { dbVersion: this.#cluster.version, esVersion: this.#cluster.version, state: state.toLowerCase() };
  }
}
