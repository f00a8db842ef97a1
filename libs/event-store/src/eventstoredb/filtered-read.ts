import {
  EventStoreDBClient,
  type AllStreamResolvedEvent,
  type ReadAllOptions,
  type StreamingRead,
} from '@eventstore/db-client';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';

/** So many events the server looks at before it looks whether the reader is still there. */
const SEARCH_WINDOW = 1_000;

/**
 * Reads `$all` through the server's own filter by stream name. The client (6.2.1) offers that for
 * subscriptions only, so this adds the filter to the request that its `readAll` has made.
 * @param beginnings of the names of the streams to read
 */
export function readAllOf(
  client: EventStoreDBClient,
  beginnings: readonly string[],
  options: ReadAllOptions,
): StreamingRead<AllStreamResolvedEvent> {
  const { Expression } = streams.ReadReq.Options.FilterOptions;
  const filter = new streams.ReadReq.Options.FilterOptions()
    .setStreamIdentifier(new Expression().setPrefixList([...beginnings]))
    .setMax(SEARCH_WINDOW)
    .setCheckpointintervalmultiplier(1);
  const creator = client['GRPCStreamCreator'];
  const filtering = {
    callArguments: client['callArguments'],
    GRPCStreamCreator: ((Client, name, create, cache) =>
      creator(
        Client,
        name,
        (connected) => {
          const read = (request: streams.ReadReq, ...rest: never[]) => {
            request.getOptions()?.setFilter(filter);
            return (connected as unknown as StreamsClient).read(request, ...rest);
          };
          return create({ read } as unknown as typeof connected);
        },
        cache,
      )) as typeof creator,
  };
  return EventStoreDBClient.prototype.readAll.call(filtering as unknown as EventStoreDBClient, options);
}
