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

/**
 * All events of the command, found from any one of them. They follow each other in the stream. Mostly there
 * is one, so the pages begin small.
 */
async function eventsAround(
  store: EventStore,
  { stream, version }: EventPlace,
  commandId: string,
): Promise<StoredEvent[]> {
  const own = async (from: number, to: number): Promise<StoredEvent[]> =>
    (await store.readStream(stream, { from: Math.max(from, 1), to })).filter(
      ({ metadata }) => metadata.commandId === commandId,
    );
  const events: StoredEvent[] = [];
  for (let from = version, size = 1; ; from += size, size *= 2) {
    const found = await own(from, from + size - 1);
    events.push(...found);
    if (found.length < size) break;
  }
  for (let to = version - 1, size = 1; to > 0; to -= size, size *= 2) {
    const found = await own(to - size + 1, to);
    events.unshift(...found);
    if (found.length < size) break;
  }
  return events;
}
