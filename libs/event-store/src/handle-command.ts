import { CurrentStates, type CommandPlace, type StateSource } from './current-states.js';
import { VersionConflict, type EventStore, type Position, type SealedEvent, type StoredEvent } from './port.js';
import { isSameRequest, type RequestIdentity } from './request.js';
import { sealEvents, type NewEvent, type SealContext } from './seal.js';
import { Turns } from './turns.js';

/** Who sends which command. The caller scopes `commandId`: within one store the same id is the same command. */
export interface Command extends SealContext, RequestIdentity {}

export type Outcome =
  | { kind: 'recorded'; version: number; position: Position; events: SealedEvent[] }
  /** Sent before: the version of that command's last event. */
  | { kind: 'repeated'; version: number; position: Position }
  | { kind: 'unchanged'; version: number };

/** A command id that already stands for another request. */
export class CommandReused extends Error {
  constructor(readonly commandId: string) {
    super('This command id was used for another request.');
    this.name = 'CommandReused';
  }
}

/** Others kept writing to the stream between every look and the append; nothing was stored. */
export class StreamContended extends Error {
  constructor(readonly stream: string) {
    super(`Stream ${stream} changed at every attempt to write to it.`);
    this.name = 'StreamContended';
  }
}

const ATTEMPTS = 20;

/** Serves every command on one kind of stream: reads, asks the decision, seals, appends. */
export class CommandHandler<S> {
  readonly #turns = new Turns();
  readonly #states: CurrentStates<S>;

  constructor(private readonly store: EventStore, private readonly source: StateSource<S>) {
    this.#states = new CurrentStates(store, source);
  }

  /**
   * @param decide pure; may be called again with a newer state when somebody else wrote in between. What it throws, the caller gets
   * @throws CommandReused when the id stands for another request
   * @throws StreamContended when other writers never let one through
   */
  handle(stream: string, command: Command, decide: (state: S) => readonly NewEvent[] | Promise<readonly NewEvent[]>): Promise<Outcome> {
    return this.#turns.take(stream, async () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const current = await this.#states.of(stream);
        const recent = current.commands.get(command.commandId);
        const place = recent ? { stream, version: recent } : await this.source.findCommand(command.commandId);
        if (place) return this.#firstAnswer(place, stream, command);

        const decided = await decide(current.state);
        if (decided.length === 0) return { kind: 'unchanged', version: current.version };
        const events = sealEvents(stream, current, decided, command);
        try {
          return { kind: 'recorded', ...(await this.store.append(stream, current.version, events)), events };
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
        }
      }
      throw new StreamContended(stream);
    });
  }

  async #firstAnswer(place: CommandPlace, stream: string, command: Command): Promise<Outcome> {
    const events = place.stream === stream ? await this.#eventsAround(place, command.commandId) : [];
    const last = events.at(-1);
    if (!last || !isSameRequest(command, events)) throw new CommandReused(command.commandId);
    return { kind: 'repeated', version: last.version, position: last.position };
  }

  /** All events of the command that made the one at the place. */
  async #eventsAround({ stream, version }: CommandPlace, commandId: string): Promise<StoredEvent[]> {
    const ofCommand = async (at: number): Promise<StoredEvent[]> => {
      const found = at > 0 ? await this.store.readStream(stream, { from: at, limit: 1 }) : [];
      return found.filter((event) => event.metadata.commandId === commandId);
    };
    const events = await ofCommand(version);
    for (let at = version - 1, [before] = await ofCommand(at); before; [before] = await ofCommand(--at)) events.unshift(before);
    for (let at = version + 1, [after] = await ofCommand(at); after; [after] = await ofCommand(++at)) events.push(after);
    return events;
  }
}
