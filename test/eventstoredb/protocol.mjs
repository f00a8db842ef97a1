/** Converts between protocol messages, from the client's own generated files, and plain objects. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const generated = (name) => require(`@eventstore/db-client/generated/${name}`);

export const grpc = require('@grpc/grpc-js');
export const { StreamsService } = generated('streams_grpc_pb');
export const { ServerFeaturesService } = generated('serverfeatures_grpc_pb');
export const { GossipService } = generated('gossip_grpc_pb');
const { AppendResp, BatchAppendResp, DeleteResp, ReadReq, ReadResp, TombstoneResp } = generated('streams_pb');
const { SupportedMethod, SupportedMethods } = generated('serverfeatures_pb');
const { ClusterInfo, EndPoint, MemberInfo } = generated('gossip_pb');
const shared = generated('shared_pb');
const { Status } = generated('status_pb');
const { Code } = generated('code_pb');
const { Any } = require('google-protobuf/google/protobuf/any_pb.js');
const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js');

const TICKS_PER_MILLISECOND = 10_000n;
const nameOf = (identifier) => Buffer.from(identifier.getStreamName_asU8()).toString();
const identifierOf = (name) =>
  new shared.StreamIdentifier().setStreamName(Uint8Array.from(Buffer.from(name)));

/** `{ stream, expected }`: options of an append, a batch, a deletion; `expected` as the log takes it. */
export function appendOptions(options) {
  const stream = nameOf(options.getStreamIdentifier());
  if (options.hasNoStream()) return { stream, expected: 'no_stream' };
  if (options.hasAny()) return { stream, expected: 'any' };
  if (options.hasStreamExists?.()) return { stream, expected: 'stream_exists' };
  return { stream, expected: BigInt(options.getStreamPosition?.() ?? options.getRevision()) };
}

/** The time after which a batch must no longer be written. */
export const deadlineOf = (options) => options.getDeadline()?.toDate().getTime() ?? Infinity;

export const proposedEvent = (message) => ({
  id: message.getId().getString(),
  type: message.getMetadataMap().get('type'),
  contentType: message.getMetadataMap().get('content-type'),
  data: Buffer.from(message.getData_asU8()),
  metadata: Buffer.from(message.getCustomMetadata_asU8()),
});

/**
 * `stream` undefined means `$all`; `from` is `start`, `end`, a revision or a position of the log (bigint).
 */
export function readOptions(options) {
  const place = options.hasStream() ? options.getStream() : options.getAll();
  const at = () =>
    BigInt(options.hasStream() ? place.getRevision() : place.getPosition().getCommitPosition());
  return {
    stream: options.hasStream() ? nameOf(place.getStreamIdentifier()) : undefined,
    from: place.hasStart() ? 'start' : place.hasEnd() ? 'end' : at(),
    backwards: options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS,
    live: options.hasSubscription(),
    limit: options.hasSubscription() ? Infinity : Number(options.getCount()),
    filter: options.hasFilter() ? filterOf(options.getFilter()) : undefined,
  };
}

/**
 * `matches` tells which events pass; a checkpoint is due after each `interval` events looked at. `says` is
 * the filter in words, for tests.
 */
function filterOf(filter) {
  const onName = filter.hasStreamIdentifier();
  const expression = onName ? filter.getStreamIdentifier() : filter.getEventType();
  const regex = expression.getRegex() ? new RegExp(expression.getRegex(), 'u') : undefined;
  const passes = (text) =>
    regex ? regex.test(text) : expression.getPrefixList().some((prefix) => text.startsWith(prefix));
  const window = filter.hasMax() ? filter.getMax() : 32;
  return {
    byExpression: regex !== undefined,
    says: regex ? expression.getRegex() : expression.getPrefixList().join(' '),
    matches: (event) => passes(onName ? event.stream : event.type),
    interval: window * filter.getCheckpointintervalmultiplier(),
  };
}

const at = (message, position) => message.setCommitPosition(`${position}`).setPreparePosition(`${position}`);

export function eventRead({ id, stream, revision, position, type, contentType, created, data, metadata }) {
  const recorded = at(new ReadResp.ReadEvent.RecordedEvent(), position)
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(identifierOf(stream))
    .setStreamRevision(`${revision}`)
    .setData(data)
    .setCustomMetadata(metadata);
  recorded
    .getMetadataMap()
    .set('type', type)
    .set('content-type', contentType)
    .set('created', `${BigInt(created) * TICKS_PER_MILLISECOND}`);
  return new ReadResp().setEvent(
    new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(`${position}`),
  );
}

export const streamNotFound = (stream) =>
  new ReadResp().setStreamNotFound(new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)));
export const confirmation = (id) =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(id));
export const checkpoint = (position) => new ReadResp().setCheckpoint(at(new ReadResp.Checkpoint(), position));
export const caughtUp = () => new ReadResp().setCaughtUp(new ReadResp.CaughtUp());

function expectedVersion(message, expected, { empty, revision }) {
  if (expected === 'any') return message.setExpectedAny(new empty());
  if (expected === 'stream_exists') return message.setExpectedStreamExists(new empty());
  if (expected === 'no_stream') return message.setExpectedNoStream(new empty());
  return message[revision](`${expected}`);
}

/** The answer to Append. `result` comes from the log. */
export function appendAnswer(expected, result) {
  if (result.wrongVersion) {
    const wrong = expectedVersion(new AppendResp.WrongExpectedVersion(), expected, {
      empty: shared.Empty,
      revision: 'setExpectedRevision',
    });
    if (result.current < 0n) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(`${result.current}`);
    return new AppendResp().setWrongExpectedVersion(wrong);
  }
  const success = new AppendResp.Success();
  if (result.revision === undefined)
    success.setNoStream(new shared.Empty()).setNoPosition(new shared.Empty());
  else
    success
      .setCurrentRevision(`${result.revision}`)
      .setPosition(at(new AppendResp.Position(), result.position));
  return new AppendResp().setSuccess(success);
}

/**
 * The answer to one batch. `result` comes from the log, or is `timeout`, or the limit that the append exceeds
 * (`tooLarge`).
 */
export function batchAnswer(correlation, { stream, expected }, result) {
  const answer = new BatchAppendResp()
    .setCorrelationId(new shared.UUID().setString(correlation))
    .setStreamIdentifier(identifierOf(stream));
  const error = batchError(stream, expected, result);
  if (error) return answer.setError(error);
  const success = new BatchAppendResp.Success();
  if (result.revision === undefined) success.setNoStream(new Empty()).setNoPosition(new Empty());
  else
    success
      .setCurrentRevision(`${result.revision}`)
      .setPosition(at(new shared.AllStreamPosition(), result.position));
  return answer.setSuccess(success);
}

function batchError(stream, expected, { wrongVersion, current, deleted, timeout, tooLarge }) {
  if (wrongVersion) {
    const wrong = expectedVersion(new shared.WrongExpectedVersion(), expected, {
      empty: Empty,
      revision: 'setExpectedStreamPosition',
    });
    if (current < 0n) wrong.setCurrentNoStream(new Empty());
    else wrong.setCurrentStreamRevision(`${current}`);
    return status(Code.UNKNOWN, 'WrongExpectedVersion', wrong, 'WrongExpectedVersion');
  }
  if (deleted)
    return status(
      Code.UNKNOWN,
      'Stream is deleted',
      new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)),
      'StreamDeleted',
    );
  if (timeout) return status(Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout(), 'Timeout');
  if (tooLarge) {
    const exceeded = new shared.MaximumAppendSizeExceeded().setMaxappendsize(tooLarge);
    return status(
      Code.INVALID_ARGUMENT,
      'Maximum Append Size Exceeded',
      exceeded,
      'MaximumAppendSizeExceeded',
    );
  }
  return undefined;
}

function status(code, message, details, name) {
  const any = new Any();
  any.pack(details.serializeBinary(), `event_store.client.${name}`);
  return new Status().setCode(code).setMessage(message).setDetails(any);
}

export const deleteAnswer = ({ position }) =>
  new DeleteResp().setPosition(at(new DeleteResp.Position(), position));
export const tombstoneAnswer = ({ position }) =>
  new TombstoneResp().setPosition(at(new TombstoneResp.Position(), position));

export function supportedMethods(version) {
  const methods = [StreamsService, ServerFeaturesService, GossipService]
    .flatMap((service) => Object.values(service))
    .map(({ path }) => {
      const [, serviceName, methodName] = path.toLowerCase().split('/');
      return new SupportedMethod().setServiceName(serviceName).setMethodName(methodName);
    });
  return new SupportedMethods().setEventStoreServerVersion(version).setMethodsList(methods);
}

/** @param members of the cluster: `{ id, host, port, state, alive }` */
export function gossip(members) {
  const infos = members.map(({ id, host, port, state, alive }) =>
    new MemberInfo()
      .setInstanceId(new shared.UUID().setString(id))
      .setTimeStamp(`${BigInt(Date.now()) * TICKS_PER_MILLISECOND}`)
      .setState(MemberInfo.VNodeState[state])
      .setIsAlive(alive)
      .setHttpEndPoint(new EndPoint().setAddress(host).setPort(port)),
  );
  return new ClusterInfo().setMembersList(infos);
}
