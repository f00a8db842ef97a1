/**
 * One node or three on one log. Three listeners of one process represent three machines. Only the leader
 * accepts appends, and the others forward them. When the leader dies, a majority elects a new one. Without a
 * majority there is no leader.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from './faults.mjs';
import { Log } from './log.mjs';
import { Neighbour } from './neighbour.mjs';
import { Node } from './node.mjs';
import { Reads } from './reads.mjs';

/** In ms. A real cluster took 1.2 to 1.7 s to elect a leader. */
const ELECTION = 1_500;

export class Cluster {
  faults = new Faults();
  reads = new Reads();
  neighbour = new Neighbour(() => this.log);
  #nodes;
  #leader;
  #options;

  /** @param ports one port per node, 0 for any free port */
  constructor({
    path,
    rememberedIds,
    answersFirst,
    ports = [0],
    version = '26.1.0',
    appendLimit = Infinity,
    clockAhead = 0,
    slowness = 0,
    startsAtPosition = false,
    tls = false,
    users,
    refusesGossip = false,
  }) {
    this.#options = { path, rememberedIds, answersFirst };
    this.log = new Log(this.#options);
    this.version = version;
    this.appendLimit = appendLimit;
    this.clockAhead = clockAhead;
    this.slowness = slowness;
    this.startsAtPosition = startsAtPosition;
    Object.assign(this, { tls, users, refusesGossip });
    this.#nodes = ports.map((port) => new Node(this, port));
  }

  async start() {
    for (const node of this.#nodes) await node.up();
    this.#leader = this.#nodes[0];
  }

  get ports() {
    return this.#nodes.map(({ port }) => port);
  }

  /** The leader, or undefined when there is none. */
  leader() {
    return this.#leader;
  }

  /** Index of the leader, or -1. */
  leaderIndex() {
    return this.#nodes.indexOf(this.#leader);
  }

  /**
   * What gossip says about every node. During an election the others still call themselves followers. Without
   * a majority their state is unknown.
   */
  members() {
    const follower = this.#hasMajority() ? 'FOLLOWER' : 'UNKNOWN';
    return this.#nodes.map((node) => ({
      id: node.id,
      host: node.host,
      port: node.port,
      alive: node.isServing,
      state: node === this.#leader ? 'LEADER' : follower,
    }));
  }

  /** Refuses and breaks the connections of one node, as killing it does. */
  async killNode(index) {
    await this.#nodes[index].down();
    if (this.#nodes[index] === this.#leader || !this.#hasMajority()) this.#elect();
  }

  async startNode(index) {
    await this.#nodes[index].up();
    if (!this.#leader) this.#elect();
  }

  /** The others elect a new leader, as from a node that is gone. */
  freezeNode(index) {
    this.#nodes[index].freeze();
    if (this.#nodes[index] === this.#leader || !this.#hasMajority()) this.#elect();
  }

  thawNode(index) {
    this.#nodes[index].thaw();
    if (!this.#leader) this.#elect();
  }

  writesHeldBy(index) {
    return this.#nodes[index].heldWrites;
  }

  /** Refuses connections until `up`. */
  async down() {
    for (const node of this.#nodes) await node.down();
  }

  async up() {
    for (const node of this.#nodes) await node.up();
  }

  /** Loses everything that is not on disk: the connections and the memory of event ids. */
  async restart() {
    await this.down();
    if (this.#options.path) {
      await this.log.close();
      this.log = new Log(this.#options);
    } else this.log.forgetIds();
    await this.up();
  }

  /** The number of connections to all nodes. */
  connections() {
    return this.#nodes.reduce((sum, node) => sum + node.connections, 0);
  }

  /** Breaks every connection once. */
  cut() {
    for (const node of this.#nodes) node.cut();
  }

  async stop() {
    this.neighbour.busy(0);
    await this.down();
    for (const node of this.#nodes) node.thaw();
    this.faults.resume();
    for (const node of this.#nodes) node.dispose();
    await this.log.close();
  }

  /** There is no leader during an election. */
  #elect() {
    this.#leader = undefined;
    if (!this.#hasMajority()) return;
    void pause(ELECTION, undefined, { ref: false }).then(() => {
      if (!this.#leader && this.#hasMajority()) this.#leader = this.#nodes.find(({ isServing }) => isServing);
    });
  }

  #hasMajority() {
    return this.#nodes.filter(({ isServing }) => isServing).length > this.#nodes.length / 2;
  }
}
