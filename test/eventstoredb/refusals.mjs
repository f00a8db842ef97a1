/** The errors of a call. The client makes its own error classes from their metadata. */
import { grpc } from './protocol.mjs';

function refusal(code, details, exception, values = {}) {
  const metadata = new grpc.Metadata();
  if (exception) metadata.set('exception', exception);
  for (const [key, value] of Object.entries(values)) metadata.set(key, `${value}`);
  return Object.assign(new Error(details), { code, details, metadata });
}

const { status } = grpc;

export const notLeader = ({ host, port }) =>
  refusal(status.NOT_FOUND, 'Leader info available', 'not-leader', {
    'leader-endpoint-host': host,
    'leader-endpoint-port': port,
  });
export const notReady = () => refusal(status.UNAVAILABLE, 'Server Is Not Ready');
export const timedOut = () => refusal(status.ABORTED, 'Operation timed out');
export const streamDeleted = (stream) =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', {
    'stream-name': stream,
  });
export const tooLarge = (limit) =>
  refusal(
    status.INVALID_ARGUMENT,
    `Maximum Append Size of ${limit} Exceeded.`,
    'maximum-append-size-exceeded',
    { 'maximum-append-size': limit },
  );
export const wrongVersion = (stream, expected, current) =>
  refusal(status.FAILED_PRECONDITION, 'WrongExpectedVersion', 'wrong-expected-version', {
    'stream-name': stream,
    'expected-version': { no_stream: -1, any: -2, stream_exists: -4 }[expected] ?? expected,
    'actual-version': current,
  });

/** A wrong password. */
export const unauthenticated = () => refusal(status.UNAUTHENTICATED, 'Received HTTP status code 401');
/** No right. What the client makes of it reads like a wrong password. */
export const accessDenied = () => refusal(status.PERMISSION_DENIED, 'Access Denied', 'access-denied');

/** Whether the client requires an answer from the leader. */
export const requiresLeader = (call) => call.metadata.get('requires-leader')[0] === 'true';
