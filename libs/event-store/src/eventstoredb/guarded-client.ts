import { Duplex, type Readable, type Writable } from 'node:stream';
import { EventStoreDBClient, UnavailableError } from '@eventstore/db-client';
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js';

export interface GuardedClient {
  client: EventStoreDBClient;
  /**
   * Leaves the node that does not answer: cancels what runs there, and connects anew, to another node if
   * there is one. Does nothing while the client looks for a node. The client takes a cancelled read for a
   * complete one.
   */
  leave(): Promise<void>;
  /** Cancels running requests and closes the connection. */
  close(): Promise<void>;
}

/**
 * The client with fixes for its faults (version 6.2.1): three of its failures end the whole process, one
 * stops all appends for good, and it never closes its connection. The fixes use private members.
 * @throws what the client throws when it cannot read the connection string
 */
export function guardedClient(connectionString: string): GuardedClient {
  const client = EventStoreDBClient.connectionString(connectionString);
  // The client asks the server for its features and caches the answer, even a failure. Then it would never
  // append again. Every server since 21.10 has the feature.
  client['supports'] = async () => true;
  const handleError = client['handleError'];
  // While the client waits for the next connection, that connection can fail too, and nothing handles that
  // error.
  client['handleError'] = (failed, error) => handleError(failed, error).catch(() => undefined);
  const creator = client['GRPCStreamCreator'];
  client['GRPCStreamCreator'] = (Client, name, create, cache) =>
    creator(Client, name, async (connected) => guarded(await create(connected)), cache);
  let channel: Awaited<ReturnType<typeof createChannel>> | undefined;
  let closed = false;
  let isConnecting = false;
  const createChannel = client['createChannel'];
  client['createChannel'] = async () => {
    isConnecting = true;
    try {
      channel = await createChannel();
    } finally {
      isConnecting = false;
    }
    if (closed) channel.close();
    return channel;
  };
  const leave = async (): Promise<void> => {
    if (isConnecting) return;
    const running = [...client['disposableStreams']];
    const connected = await client['getGRPCClient'](streams.StreamsClient, 'leave');
    await client['handleError'](connected, new UnavailableError());
    for (const stream of running)
      if ('cancel' in stream) stream.cancel();
      else stream.destroy();
  };
  const close = async (): Promise<void> => {
    closed = true;
    await client.dispose();
    channel?.close();
  };
  return { client, leave, close };
}

/** Guards the one stream that all appends share. */
function guarded<Stream extends Readable | Writable | Duplex>(stream: Stream): Stream {
  if (!(stream instanceof Duplex)) return stream;
  for (const listener of stream.listeners('data') as ((answer: unknown) => void)[]) {
    stream.off('data', listener);
    stream.on('data', (answer: unknown) => {
      try {
        listener(answer);
      } catch {
        // The answer to an append that was abandoned when a connection broke. It has been sent again since.
      }
    });
  }
  // Appends that wait for buffer space are rejected when the connection breaks, and nothing handles that
  // error. So report that there is always space.
  const write = stream.write.bind(stream) as (chunk: unknown) => boolean;
  stream.write = (chunk: unknown) => {
    write(chunk);
    return true;
  };
  return stream;
}
