/**
 * A double of the EventStoreDB / KurrentDB server, over a real socket, for machines that have none. It is right only as far as the list of
 * what a real server was seen to do goes (test/eventstoredb/double.spec.ts, one test for each row); elsewhere it keeps to documentation.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Cluster } from './cluster.mjs';

const SERVER = fileURLToPath(new URL('server.mjs', import.meta.url));
/** What can be ordered, by the same names inside the process and from another one. */
export const ORDERS = {
  dropAnswers: (cluster, count) => cluster.faults.dropAnswers(count),
  dropRequests: (cluster, count) => cluster.faults.dropRequests(count),
  stall: (cluster) => cluster.faults.stall(),
  resume: (cluster) => cluster.faults.resume(),
  forgetIds: (cluster) => cluster.log.forgetIds(),
  cut: (cluster) => cluster.cut(),
  down: (cluster) => cluster.down(),
  up: (cluster) => cluster.up(),
  restart: (cluster) => cluster.restart(),
  killNode: (cluster, index) => cluster.killNode(index),
  startNode: (cluster, index) => cluster.startNode(index),
  leader: (cluster) => cluster.leaderIndex(),
};

const urlOf = (ports) => `esdb://${ports.map((port) => `127.0.0.1:${port}`).join(',')}?tls=false`;
const orders = (give) => Object.fromEntries(Object.keys(ORDERS).map((name) => [name, (...values) => give(name, values)]));

/** Starts the double inside this process. */
export async function startDouble(options = {}) {
  const cluster = new Cluster(options);
  await cluster.start();
  return {
    ...orders(async (name, values) => ORDERS[name](cluster, ...values)),
    url: urlOf(cluster.ports),
    ports: cluster.ports,
    stop: () => cluster.stop(),
  };
}

/** Starts the double as a process of its own, which ends with this one at the latest. */
export async function startDoubleProcess(options) {
  let child;
  let ports = options.ports ?? [0];
  let orderId = 0;

  async function start() {
    child = fork(SERVER, [JSON.stringify({ ...options, ports })], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The double ended with ${code} at its start.`)));
    failed.catch(() => undefined);
    [{ ports }] = await Promise.race([once(child, 'message'), failed]);
  }

  async function order(name, values) {
    const id = orderId++;
    child.send({ id, name, values });
    for (;;) {
      const [answer] = await once(child, 'message');
      if (answer.id === id) return answer.result;
    }
  }

  async function end(signal) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  await start();
  return {
    ...orders(order),
    url: urlOf(ports),
    ports,
    kill: () => end('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    start,
    stop: () => end('SIGKILL'),
  };
}
