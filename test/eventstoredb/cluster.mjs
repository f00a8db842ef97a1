/**
 * One node or three on one log. Three listeners of one process stand for three machines: only who leads takes
 * appends, the others hand them on; a majority elects another leader when it dies, and without a majority
 * nobody leads.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Faults } from './faults.mjs';
import { Log } from './log.mjs';
import { Node } from './node.mjs';

/** What a real cluster took to elect a leader: 1.2 to 1.7 s. */
const ELECTION = 1_500;

export class Cluster {
  faults = new Faults();
  #nodes;
  #leader;
  #options;

  /** @param ports one port for each node, 0 for any */
  constructor({
    path,
    rememberedIds,
    answersFirst,
    ports = [0],
    version = '26.1.0',
    appendLimit = Infinity,
    clockAhead = 0,
  }) {
    this.#options = { path, rememberedIds, answersFirst };
    this.log = new Log(this.#options);
    this.version = version;
    this.appendLimit = appendLimit;
    this.clockAhead = clockAhead;
    this.#nodes = ports.map((port) => new Node(this, port));
  }

  async start() {
    for (const node of this.#nodes) await node.up();
    this.#leader = this.#nodes[0];
  }

  get ports() {
    return this.#nodes.map(({ port }) => port);
  }

  /** The node that leads, or undefined while none does. */
  leader() {
    return this.#leader;
  }

  /** Number of the node that leads, or -1. */
  leaderIndex() {
    return this.#nodes.indexOf(this.#leader);
  }

  /**
   * What gossip says of every node: while they vote the others still call themselves followers, without a
   * majority they do not know.
   */
  members() {
    const follower = this.#hasMajority() ? 'FOLLOWER' : 'UNKNOWN';
    return this.#nodes.map((node) => ({
      id: node.id,
      host: node.host,
      port: node.port,
      alive: node.alive,
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

  /** Refuses connections until `up`. */
  async down() {
    for (const node of this.#nodes) await node.down();
  }

  async up() {
    for (const node of this.#nodes) await node.up();
  }

  /** Everything but what is on the disk is lost: connections, the memory of event ids. */
  async restart() {
    await this.down();
    if (this.#options.path) {
      await this.log.close();
      this.log = new Log(this.#options);
    } else this.log.forgetIds();
    await this.up();
  }

  /** How many connections there are to all nodes. */
  connections() {
    return this.#nodes.reduce((sum, node) => sum + node.connections, 0);
  }

  /** Breaks every connection once. */
  cut() {
    for (const node of this.#nodes) node.cut();
  }

  async stop() {
    await this.down();
    this.faults.resume();
    for (const node of this.#nodes) node.dispose();
    await this.log.close();
  }

  /** Nobody leads while they vote. */
  #elect() {
    this.#leader = undefined;
    if (!this.#hasMajority()) return;
    void pause(ELECTION, undefined, { ref: false }).then(() => {
      if (!this.#leader && this.#hasMajority()) this.#leader = this.#nodes.find(({ alive }) => alive);
    });
  }

  #hasMajority() {
    return this.#nodes.filter(({ alive }) => alive).length > this.#nodes.length / 2;
  }
}
