/** Append, BatchAppend, Delete and Tombstone of one node. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  appendAnswer,
  appendOptions,
  batchAnswer,
  deadlineOf,
  deleteAnswer,
  proposedEvent,
  tombstoneAnswer,
} from './protocol.mjs';
import { notLeader, requiresLeader, streamDeleted, timedOut, tooLarge, wrongVersion } from './refusals.mjs';

/** How long the server waits for a majority or a leader. */
const COMMIT_TIMEOUT = 5_000;
/** The size of an append, as the server counts it. */
const sizeOf = (events) =>
  events.reduce(
    (bytes, { type, data, metadata }) => bytes + 2 * type.length + data.length + metadata.length,
    0,
  );

/** @param node has the log, its limits and faults, and knows the leader */
export function appendingHandlers(node) {
  /**
   * The result from the log, or the reason why the log was not asked. Undefined when the connection broke, so
   * no answer is possible.
   */
  async function write(call, action) {
    await node.thawed();
    if (call.cancelled) return undefined;
    if (node.faults.takeDroppedRequest()) return void node.cut(call.getPeer());
    const leader = node.leader();
    if (!leader) {
      await pause(COMMIT_TIMEOUT, undefined, { ref: false });
      return { timeout: true };
    }
    if (leader !== node && requiresLeader(call)) return { notLeader: leader };
    const result = await action();
    if (node.faults.takeDroppedAnswer()) return void node.cut(call.getPeer());
    await node.faults.answering();
    return result;
  }

  const append = (call, stream, expected, events) =>
    sizeOf(events) > node.appendLimit
      ? { tooLarge: node.appendLimit }
      : write(call, () => node.log.append(stream, expected, events));

  async function remove(call, callback, forever, answer) {
    const { stream, expected } = appendOptions(call.request.getOptions());
    const result = await write(call, () => node.log.delete(stream, expected, forever));
    if (!result) return;
    const refused =
      refusalOf(result, stream) ?? (result.wrongVersion && wrongVersion(stream, expected, result.current));
    if (refused) callback(refused);
    else callback(null, answer(result));
  }

  return {
    append(call, callback) {
      let options;
      const events = [];
      call.on('data', (request) => {
        if (request.hasOptions()) options = appendOptions(request.getOptions());
        else events.push(proposedEvent(request.getProposedMessage()));
      });
      call.on('end', async () => {
        const { stream, expected } = options;
        const result = await append(call, stream, expected, events);
        if (!result) return;
        const refused = refusalOf(result, stream);
        if (refused) callback(refused);
        else callback(null, appendAnswer(expected, result));
      });
      call.on('error', () => undefined);
    },

    /** Sends each answer when it is ready, so one that waits for a majority does not block the others. */
    batchAppend(call) {
      const open = new Map();
      const asked = new Set();
      const answer = async (correlation, { options, deadline, events }) => {
        const late = deadline <= Date.now() + node.clockAhead;
        const result = late
          ? { timeout: true }
          : await append(call, options.stream, options.expected, events);
        if (!result || call.cancelled) return;
        if (result.notLeader) call.emit('error', notLeader(result.notLeader));
        else call.write(batchAnswer(correlation, options, result));
      };
      call.on('data', (request) => {
        const correlation = request.getCorrelationId().getString();
        if (request.hasOptions())
          open.set(correlation, {
            options: appendOptions(request.getOptions()),
            deadline: deadlineOf(request.getOptions()),
            events: [],
          });
        const batch = open.get(correlation);
        batch.events.push(...request.getProposedMessagesList().map(proposedEvent));
        if (!request.getIsFinal()) return;
        open.delete(correlation);
        const answered = answer(correlation, batch).finally(() => asked.delete(answered));
        asked.add(answered);
      });
      call.on('end', () => Promise.all(asked).then(() => call.end()));
    },

    delete: (call, callback) => void remove(call, callback, false, deleteAnswer),
    tombstone: (call, callback) => void remove(call, callback, true, tombstoneAnswer),
  };
}

function refusalOf(result, stream) {
  if (result.notLeader) return notLeader(result.notLeader);
  if (result.timeout) return timedOut();
  if (result.deleted) return streamDeleted(stream);
  if (result.tooLarge) return tooLarge(result.tooLarge);
  return undefined;
}
