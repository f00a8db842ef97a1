/** The Read call of one node: streams and `$all`, once or as a subscription. */
import { once } from 'node:events';
import { Pace } from './pace.mjs';
import { caughtUp, checkpoint, confirmation, eventRead, readOptions, streamNotFound } from './protocol.mjs';
import { notLeader, notReady, requiresLeader, streamDeleted } from './refusals.mjs';

/** @param node has the log, the faults and the reads so far */
export function readHandler(node) {
  return async (call) => {
    const options = readOptions(call.request.getOptions());
    const read = node.reads.begin(options);
    const pace = new Pace(node.slowness, options.filter);
    const ended = new AbortController();
    for (const event of ['cancelled', 'close']) call.on(event, () => ended.abort());
    const send = async (message) => {
      await node.serving();
      await node.faults.answering();
      if (!ended.signal.aborted && !call.write(message)) await once(call, 'drain', { signal: ended.signal });
      return !ended.signal.aborted;
    };
    const reader = {
      send,
      signal: ended.signal,
      sendEvent: async (event) => {
        read.delivered += 1;
        await pace.delivered();
        return send(eventRead(event));
      },
      /** False when nobody reads any more. */
      passOver: async () => {
        await pace.passedOver();
        return !ended.signal.aborted;
      },
    };
    try {
      await node.serving();
      if (requiresLeader(call)) refuseUnlessLeading(node);
      if (options.live) await follow(node, options, reader);
      else await readOnce(node.log, options, reader);
      call.end();
    } catch (error) {
      if (!ended.signal.aborted) call.emit('error', error);
    } finally {
      node.reads.end(read);
    }
  };
}

function refuseUnlessLeading(node) {
  const leader = node.leader();
  if (!leader) throw notReady();
  if (leader !== node) throw notLeader(leader);
}

async function readOnce(log, options, { send, sendEvent, passOver }) {
  const events = options.stream === undefined ? allEvents(log, options) : streamEvents(log, options);
  if (!events) return void (await send(streamNotFound(options.stream)));
  let left = options.limit;
  for (const event of events) {
    if (left <= 0) return;
    if (!(options.filter?.matches(event) ?? true)) {
      if (!(await passOver())) return;
      continue;
    }
    left -= 1;
    if (!(await sendEvent(event))) return;
  }
}

/** Forwards, the event at the position is included. Backwards, only the events before it. */
function allEvents(log, { from, backwards }) {
  const index = from === 'start' ? 0 : from === 'end' ? log.length : log.indexOf(from);
  return backwards ? placesOf(log, index - 1, 0, -1) : placesOf(log, index, log.length - 1, 1);
}

function* placesOf(log, start, end, step) {
  for (let place = start; step * (end - place) >= 0; place += step) yield log.at(place);
}

/** Undefined when the stream does not exist. */
function streamEvents(log, { stream, from, backwards }) {
  const found = log.stream(stream);
  if (found === 'deleted') throw streamDeleted(stream);
  if (found === 'missing') return undefined;
  const { events, first, last } = found;
  const start = from === 'start' ? 0 : from === 'end' ? (backwards ? last : last + 1) : Number(from);
  return backwards
    ? walk(events, Math.min(start, last), first, -1)
    : walk(events, Math.max(start, first), last, 1);
}

function* walk(events, start, end, step) {
  for (let place = start; step * (end - place) >= 0; place += step) yield events[place];
}

/** Sends everything after `from`, then `caughtUp`, then new events, until the call ends. */
async function follow(node, { stream, from, filter }, { send, sendEvent, passOver, signal }) {
  const { log } = node;
  await send(confirmation(crypto.randomUUID()));
  const place = stream === undefined ? ({ position }) => position : ({ revision }) => revision;
  const isWanted = (event) =>
    (typeof from !== 'bigint' || place(event) > from || (node.startsAtPosition && place(event) === from)) &&
    (stream === undefined || event.stream === stream) &&
    (filter?.matches(event) ?? true);
  let next = from === 'end' ? log.length : stream === undefined && from !== 'start' ? log.indexOf(from) : 0;
  let considered = 0;
  let live = false;
  while (!signal.aborted) {
    while (next < log.length) {
      const event = log.at(next++);
      if (!(await (isWanted(event) ? sendEvent(event) : passOver()))) return;
      considered += 1;
      if (filter && considered % filter.interval === 0 && !(await send(checkpoint(event.position)))) return;
    }
    if (!live && next > 0 && filter && node.checkpointWhenLive && considered % filter.interval !== 0)
      await send(checkpoint(log.at(next - 1).position));
    if (!live) await send(caughtUp());
    live = true;
    if (next === log.length) await once(log, 'grown', { signal });
  }
}
