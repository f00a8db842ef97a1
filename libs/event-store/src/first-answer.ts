import type { EventPlace, EventStore, Position, StoredEvent } from './port.js';
import { isSameRequest, type RequestIdentity } from './request.js';

/** The command id already belongs to another request. */
export class CommandReused extends Error {
  constructor(readonly commandId: string) {
    super('This command id was used for another request.');
    this.name = 'CommandReused';
  }
}

/**
 * The answer to a repeated command: the version and position of its last event.
 * @param place of any one of its events
 * @throws CommandReused when another request made those events
 */
export async function firstAnswer(
  store: EventStore,
  place: EventPlace,
  stream: string,
  command: RequestIdentity & { commandId: string },
): Promise<{ version: number; position: Position }> {
  const events = place.stream === stream ? await eventsAround(store, place, command.commandId) : [];
  const last = events.at(-1);
  if (!last || !isSameRequest(command, events)) throw new CommandReused(command.commandId);
  return { version: last.version, position: last.position };
}

/** All events of the command, found from any one of them. They follow each other in the stream. */
async function eventsAround(
  store: EventStore,
  { stream, version }: EventPlace,
  commandId: string,
): Promise<StoredEvent[]> {
  const ofCommand = async (at: number): Promise<StoredEvent[]> => {
    const found = at > 0 ? await store.readStream(stream, { from: at, limit: 1 }) : [];
    return found.filter((event) => event.metadata.commandId === commandId);
  };
  const events = await ofCommand(version);
  for (let at = version - 1, [before] = await ofCommand(at); before; [before] = await ofCommand(--at))
    events.unshift(before);
  for (let at = version + 1, [after] = await ofCommand(at); after; [after] = await ofCommand(++at))
    events.push(after);
  return events;
}
