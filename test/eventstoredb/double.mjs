/**
 * A double of the EventStoreDB / KurrentDB server, on a real socket, for machines that have no server. It
 * follows a list of what a real server did (test/eventstoredb/double.spec.ts has one test for each row).
 * Where the list says nothing, it follows the documentation.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Cluster } from './cluster.mjs';

const SERVER = fileURLToPath(new URL('server.mjs', import.meta.url));
/** The orders that the double accepts, with the same names inside its process and from another one. */
export const ORDERS = {
  dropAnswers: (cluster, count) => cluster.faults.dropAnswers(count),
  dropRequests: (cluster, count) => cluster.faults.dropRequests(count),
  stall: (cluster) => cluster.faults.stall(),
  resume: (cluster) => cluster.faults.resume(),
  waiting: (cluster) => cluster.faults.waiting,
  forgetIds: (cluster) => cluster.log.forgetIds(),
  connections: (cluster) => cluster.connections(),
  cut: (cluster) => cluster.cut(),
  down: (cluster) => cluster.down(),
  up: (cluster) => cluster.up(),
  restart: (cluster) => cluster.restart(),
  killNode: (cluster, index) => cluster.killNode(index),
  startNode: (cluster, index) => cluster.startNode(index),
  freezeNode: (cluster, index) => cluster.freezeNode(index),
  thawNode: (cluster, index) => cluster.thawNode(index),
  writesHeldBy: (cluster, index) => cluster.writesHeldBy(index),
  leader: (cluster) => cluster.leaderIndex(),
  following: (cluster) => cluster.reads.following,
  takeReads: (cluster) => cluster.reads.take(),
  writeForeign: (cluster, count) => cluster.neighbour.write(count),
  beBusy: (cluster, perSecond) => cluster.neighbour.busy(perSecond),
};

const AUTHORITY = fileURLToPath(new URL('certificates/ca.crt', import.meta.url));
const urlOf = (ports, { tls = false, users = {} }) => {
  const [[name, { password }] = ['', {}]] = Object.entries(users);
  const hosts = ports.map((port) => `127.0.0.1:${port}`).join(',');
  return `esdb://${name && `${name}:${password}@`}${hosts}?tls=${tls}${tls ? `&tlsCAFile=${AUTHORITY}` : ''}`;
};
const ordersBy = (give) =>
  Object.fromEntries(Object.keys(ORDERS).map((name) => [name, (...values) => give(name, values)]));

/** Starts the double inside this process. */
export async function startDouble(options = {}) {
  const cluster = new Cluster(options);
  await cluster.start();
  return {
    ...ordersBy(async (name, values) => ORDERS[name](cluster, ...values)),
    url: urlOf(cluster.ports, options),
    ports: cluster.ports,
    stop: () => cluster.stop(),
  };
}

/** Starts the double as a separate process, which ends at the latest when this one ends. */
export async function startDoubleProcess(options) {
  let child;
  let ended;
  let ports = options.ports ?? [0];
  let orders = 0;

  async function start() {
    child = fork(SERVER, [JSON.stringify({ ...options, ports })], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    ended = new AbortController();
    child.once('exit', () => ended.abort(new Error('The double ended.')));
    [{ ports }] = await once(child, 'message', { signal: ended.signal });
  }

  async function order(name, values) {
    const id = orders++;
    child.send({ id, name, values });
    for (;;) {
      const [answer] = await once(child, 'message', { signal: ended.signal });
      if (answer.id === id) return answer.result;
    }
  }

  async function kill() {
    if (ended.signal.aborted) return;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }

  await start();
  return {
    ...ordersBy(order),
    url: urlOf(ports, options),
    ports,
    kill,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    start,
    stop: kill,
  };
}
