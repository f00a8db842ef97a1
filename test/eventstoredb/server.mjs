/**
 * The double as a separate process. By hand: `node test/eventstoredb/server.mjs --port 2113 --data file`
 * (several `--port` make a cluster). A test starts it with its options as JSON and sends orders over the
 * channel between the two processes. This process ends when the channel closes.
 */
import { parseArgs } from 'node:util';
import { Cluster } from './cluster.mjs';
import { ORDERS } from './double.mjs';

function optionsOf(args) {
  if (process.send) return JSON.parse(args[0]);
  const {
    port,
    data,
    version,
    'append-limit': appendLimit,
  } = parseArgs({
    args,
    options: {
      port: { type: 'string', multiple: true, default: ['2113'] },
      data: { type: 'string' },
      version: { type: 'string' },
      'append-limit': { type: 'string' },
    },
  }).values;
  return { ports: port.map(Number), path: data, version, appendLimit: appendLimit && Number(appendLimit) };
}

const cluster = new Cluster(optionsOf(process.argv.slice(2)));
await cluster.start();
if (process.send) {
  process.on('message', async ({ id, name, values }) =>
    process.send({ id, result: await ORDERS[name](cluster, ...values) }),
  );
  process.on('disconnect', () => process.exit());
  process.send({ ports: cluster.ports });
} else
  console.log(
    `A double of EventStoreDB listens on ${cluster.ports.map((port) => `127.0.0.1:${port}`).join(', ')}.`,
  );
