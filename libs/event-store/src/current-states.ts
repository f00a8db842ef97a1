import { EMPTY_STREAM, type StreamHead } from './hash.js';
import type { EventStore, SealedEvent, StoredEvent } from './port.js';

export interface Snapshot<S> extends StreamHead {
  state: S;
}

/** How a kind of stream is folded, and what the read side knows of it. */
export interface StateSource<S> {
  /** The state of a stream without events. */
  initial: S;
  /** The state after one more event, which is given as stored: upcasting is the source's own. Pure. */
  evolve(state: S, event: SealedEvent): S;
  /** The newest state that the read side holds, or undefined: then the stream is read from its beginning. */
  load(stream: string): Promise<Snapshot<S> | undefined> | Snapshot<S> | undefined;
  /**
   * Where the read side has seen a command: the stream and the version of any one of its events. It must know
   * every command up to the version that `load` answers.
   */
  findCommand(commandId: string): Promise<CommandPlace | undefined> | CommandPlace | undefined;
  /**
   * Whether later decisions look at more of this event than the state tells; then they wait until it stands
   * in the log.
   */
  isLookedUp?(event: SealedEvent): boolean;
}

export interface CommandPlace {
  stream: string;
  version: number;
}

/** A state with the commands of its newest events, which the read side may not have seen yet. */
export interface CurrentState<S> extends Snapshot<S> {
  commands: ReadonlyMap<string, number>;
}

const STREAMS_KEPT = 500;
const COMMANDS_KEPT = 100;
const TAIL_BATCH = 200;

/**
 * The states of the streams used last. Only what was read from the log is kept, so that an append whose
 * result is unknown leaves no trace.
 */
export class CurrentStates<S> {
  readonly #kept = new Map<string, CurrentState<S>>();

  constructor(
    private readonly store: EventStore,
    private readonly source: StateSource<S>,
  ) {}

  /**
   * The state of a stream at this moment: the one kept, else the read side's, and the log's tail on top of
   * it.
   */
  async of(stream: string): Promise<CurrentState<S>> {
    let current = this.#kept.get(stream) ?? {
      ...((await this.source.load(stream)) ?? this.#empty()),
      commands: new Map<string, number>(),
    };
    const commands = new Map(current.commands);
    for (let tail: StoredEvent[] | undefined; tail === undefined || tail.length === TAIL_BATCH; ) {
      tail = await this.store.readStream(stream, { from: current.version + 1, limit: TAIL_BATCH });
      for (const event of tail) {
        const { version, metadata } = event;
        current = {
          state: this.source.evolve(current.state, event),
          version,
          hash: metadata.hash,
          at: metadata.at,
          commands,
        };
        commands.set(metadata.commandId, version);
      }
    }
    current = { ...current, commands: await this.#unseen(commands) };
    this.#keep(stream, current);
    return current;
  }

  #empty(): Snapshot<S> {
    return { ...EMPTY_STREAM, state: this.source.initial };
  }

  /** The commands without the oldest ones that the read side knows by now. */
  async #unseen(commands: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    const left = new Map(commands);
    for (const commandId of commands.keys()) {
      if (left.size <= COMMANDS_KEPT || !(await this.source.findCommand(commandId))) break;
      left.delete(commandId);
    }
    return left;
  }

  #keep(stream: string, current: CurrentState<S>): void {
    this.#kept.delete(stream);
    this.#kept.set(stream, current);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > STREAMS_KEPT && !oldest.done) this.#kept.delete(oldest.value);
  }
}
