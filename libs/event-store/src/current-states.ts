import { LRUCache } from 'lru-cache';
import { ForeignEvent, whyForeign } from './foreign.js';
import { EMPTY_STREAM, type StreamHead } from './hash.js';
import type { EventPlace, EventStore, SealedEvent, StoredEvent } from './port.js';

export interface Snapshot<S> extends StreamHead {
  state: S;
}

/** How to fold one kind of stream into a state, and what the read side knows about it. */
export interface StateSource<S> {
  /** The schema version of the shapes in which decisions return their events. */
  schemaVersion: number;
  /** The state of a stream without events. */
  initial: S;
  /** Pure. The state after one more event. The event comes as stored: upcasting is up to the source. */
  evolve(state: S, event: SealedEvent): S;
  /** The newest snapshot of the read side. When undefined, the stream is read from its beginning. */
  load(stream: string): Promise<Snapshot<S> | undefined> | Snapshot<S> | undefined;
  /**
   * Where the read side saw a command: the stream and the version of any one of its events. It must know
   * every command up to the version that `load` returns.
   */
  findCommand(commandId: string): Promise<EventPlace | undefined> | EventPlace | undefined;
  /**
   * Whether later decisions need more of this event than the state holds. They then wait until it is in the
   * log.
   */
  isLookedUp?(event: SealedEvent): boolean;
}

/** A state, with the commands of its newest events that the read side may not have seen yet. */
export interface CurrentState<S> extends Snapshot<S> {
  commands: ReadonlyMap<string, number>;
}

const STREAMS_KEPT = 500;
const COMMANDS_KEPT = 100;
const TAIL_BATCH = 200;

/**
 * Caches the states of the most recently used streams. It only caches what was read back from the log. So an
 * append with an unknown result leaves no trace here.
 */
export class CurrentStates<S> {
  readonly #kept = new LRUCache<string, CurrentState<S>>({ max: STREAMS_KEPT });

  constructor(
    private readonly store: EventStore,
    private readonly source: StateSource<S>,
  ) {}

  /**
   * The current state of a stream: the cached state or else the read side's snapshot, plus the newer events
   * of the log.
   * @throws ForeignEvent when an event there is foreign
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
        const foreign = whyForeign(event, current.hash);
        if (foreign !== undefined) throw new ForeignEvent(stream, version, foreign);
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
    this.#kept.set(stream, current);
    return current;
  }

  #empty(): Snapshot<S> {
    return { ...EMPTY_STREAM, state: this.source.initial };
  }

  /** Drops the oldest commands that the read side knows by now. */
  async #unseen(commands: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    const left = new Map(commands);
    for (const commandId of commands.keys()) {
      if (left.size <= COMMANDS_KEPT || !(await this.source.findCommand(commandId))) break;
      left.delete(commandId);
    }
    return left;
  }
}
