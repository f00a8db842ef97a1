import { Duplex, type Readable, type Writable } from 'node:stream';
import { EventStoreDBClient } from '@eventstore/db-client';

export interface GuardedClient {
  client: EventStoreDBClient;
  /** Ends what is under way and the connection. */
  close(): Promise<void>;
}

/**
 * The client, with what it leaves open closed: three of its ways to fail end the whole process, one ends all
 * appends for good, and it never ends its connection (6.2.1).
 * @throws what the client throws when it cannot read the connection string
 */
export function guardedClient(connectionString: string): GuardedClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  // It asks what the server can and keeps the answer, a failure too, so that it would never append again.
  // Every server since 21.10 can.
  client['supports'] = async () => true;
  const handleError = client['handleError'];
  // While it waits for the next connection, that one can fail as well, and nobody listens.
  client['handleError'] = (failed, error) => handleError(failed, error).catch(() => undefined);
  const creator = client['GRPCStreamCreator'];
  client['GRPCStreamCreator'] = (Client, name, create, cache) =>
    creator(Client, name, async (connected) => guarded(await create(connected)), cache);
  let channel: Awaited<ReturnType<typeof createChannel>> | undefined;
  let closed = false;
  const createChannel = client['createChannel'];
  client['createChannel'] = async () => {
    channel = await createChannel();
    if (closed) channel.close();
    return channel;
  };
  const close = async (): Promise<void> => {
    closed = true;
    await client.dispose();
    channel?.close();
  };
  return { client, close };
}

/** The one stream that all appends share. */
function guarded<Stream extends Readable | Writable | Duplex>(stream: Stream): Stream {
  if (!(stream instanceof Duplex)) return stream;
  for (const listener of stream.listeners('data') as ((answer: unknown) => void)[]) {
    stream.off('data', listener);
    stream.on('data', (answer: unknown) => {
      try {
        listener(answer);
      } catch {
        // An answer to an append that was given up when some connection broke; it has been sent again since.
      }
    });
  }
  // Appends that wait for room would be rejected when the connection breaks, and nobody listens; so there is
  // always room.
  const write = stream.write.bind(stream) as (chunk: unknown) => boolean;
  stream.write = (chunk: unknown) => {
    write(chunk);
    return true;
  };
  return stream;
}
