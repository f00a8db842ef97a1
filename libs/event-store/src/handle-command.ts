import { setTimeout as sleep } from 'node:timers/promises';
import { CurrentStates, type Snapshot, type StateSource } from './current-states.js';
import { firstAnswer } from './first-answer.js';
import {
  EventTooLarge,
  VersionConflict,
  type Appended,
  type EventStore,
  type Position,
  type SealedEvent,
} from './port.js';
import type { RequestIdentity } from './request.js';
import { sealEvents, type NewEvent, type SealContext } from './seal.js';

/**
 * Who sends which command. The caller scopes `commandId`: within one store the same id is the same command.
 */
export interface Command extends SealContext, RequestIdentity {}

export type Outcome =
  | { kind: 'recorded'; version: number; position: Position; events: SealedEvent[] }
  /** Sent before: the version of that command's last event. */
  | { kind: 'repeated'; version: number; position: Position }
  | { kind: 'unchanged'; version: number };

/** Others kept writing to the stream between every look and the append; nothing was stored. */
export class StreamContended extends Error {
  constructor(readonly stream: string) {
    super(`Stream ${stream} changed at every attempt to write to it.`);
    this.name = 'StreamContended';
  }
}

type Decide<S> = (state: S) => readonly NewEvent[] | Promise<readonly NewEvent[]>;

interface Waiting<S> {
  command: Command;
  decide: Decide<S>;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
}

/** What a turn came to, before it is durable: events to append, and whom to tell what once they are. */
interface Turn<S> {
  events: SealedEvent[];
  settle: ((appended: Appended | undefined) => void)[];
  /** Those whose answer hangs on the append. */
  undecided: Waiting<S>[];
  /** Those that have to wait for another turn. */
  later: Waiting<S>[];
}

const ATTEMPTS = 20;
const LONGEST_PAUSE_MS = 250;
/** Older servers take no append above 1 MiB; a single event may be 900 KiB. */
const TURN_BYTES = 512 * 1024;
const TURN_COMMANDS = 64;

/**
 * Serves every command on one kind of stream: reads, asks the decision, seals, appends. Commands that came to
 * a stream while it was being written are decided one after the other and share the next append, so that many
 * writers on one stream do not each wait for the disk.
 */
export class CommandHandler<S> {
  readonly #queues = new Map<string, Waiting<S>[]>();
  readonly #states: CurrentStates<S>;

  constructor(
    private readonly store: EventStore,
    private readonly source: StateSource<S>,
  ) {
    this.#states = new CurrentStates(store, source);
  }

  /**
   * @param decide pure; may be called again with a newer state when somebody else wrote in between. What it
   * throws, the caller gets
   * @throws CommandReused when the id stands for another request
   * @throws StreamContended when other writers never let one through
   */
  handle(stream: string, command: Command, decide: Decide<S>): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const waiting = { command, decide, resolve, reject };
      const queue = this.#queues.get(stream);
      if (queue) queue.push(waiting);
      else void this.#serve(stream, [waiting]);
    });
  }

  async #serve(stream: string, queue: Waiting<S>[]): Promise<void> {
    this.#queues.set(stream, queue);
    while (queue.length > 0) {
      const turn = queue.splice(0, TURN_COMMANDS);
      try {
        queue.unshift(...(await this.#take(stream, turn)));
      } catch (error) {
        turn.forEach(({ reject }) => reject(error));
      }
    }
    this.#queues.delete(stream);
  }

  /** @returns those that have to wait for the next turn */
  async #take(stream: string, waiting: Waiting<S>[]): Promise<Waiting<S>[]> {
    const later: Waiting<S>[] = [];
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const current = await this.#states.of(stream);
      const turn = await this.#decide(stream, current, waiting);
      later.unshift(...turn.later);
      try {
        const appended =
          turn.events.length > 0 ? await this.store.append(stream, current.version, turn.events) : undefined;
        turn.settle.forEach((settle) => settle(appended));
        return later;
      } catch (error) {
        // One event that is too large must not take the others' with it.
        if (error instanceof EventTooLarge && turn.undecided.length > 1) {
          for (const one of turn.undecided) await this.#take(stream, [one]);
          return later;
        }
        waiting = turn.undecided;
        if (error instanceof VersionConflict) {
          // A server refuses as soon as another instance has the version, but shows what stands there only
          // once it is durable.
          await sleep(Math.min(2 ** attempt, LONGEST_PAUSE_MS));
          continue;
        }
        waiting.forEach(({ reject }) => reject(error));
        return later;
      }
    }
    waiting.forEach(({ reject }) => reject(new StreamContended(stream)));
    return later;
  }

  /** Decides one after the other, each on the state that the ones before it will leave. */
  async #decide(
    stream: string,
    current: Snapshot<S> & { commands: ReadonlyMap<string, number> },
    waiting: readonly Waiting<S>[],
  ): Promise<Turn<S>> {
    const turn: Turn<S> = { events: [], settle: [], undecided: [], later: [] };
    let head: Snapshot<S> = current;
    let bytes = 0;
    for (const [index, one] of waiting.entries()) {
      const { command, decide, resolve, reject } = one;
      if (turn.undecided.some((before) => before.command.commandId === command.commandId)) {
        turn.later.push(one);
        continue;
      }
      // A refusal may rest on what the ones before it decided, so it too waits until that is durable.
      turn.undecided.push(one);
      try {
        const recent = current.commands.get(command.commandId);
        const place = recent ? { stream, version: recent } : await this.source.findCommand(command.commandId);
        if (place) {
          const answer = await firstAnswer(this.store, place, stream, command);
          turn.settle.push(() => resolve({ kind: 'repeated', ...answer }));
          continue;
        }
        const decided = await decide(head.state);
        const { version } = head;
        if (decided.length === 0) {
          turn.settle.push(() => resolve({ kind: 'unchanged', version }));
          continue;
        }
        const events = sealEvents(stream, head, decided, command);
        bytes += JSON.stringify(events).length;
        if (turn.events.length > 0 && bytes > TURN_BYTES) {
          turn.undecided.pop();
          turn.later.push(...waiting.slice(index));
          break;
        }
        turn.events.push(...events);
        head = events.reduce((state, event) => this.#after(state, event), head);
        const recorded = { kind: 'recorded' as const, version: head.version, events };
        turn.settle.push((appended) => resolve({ ...recorded, position: appended!.position }));
        if (events.some((event) => this.source.isLookedUp?.(event))) {
          turn.later.push(...waiting.slice(index + 1));
          break;
        }
      } catch (error) {
        turn.settle.push(() => reject(error));
      }
    }
    return turn;
  }

  #after({ state, version }: Snapshot<S>, event: SealedEvent): Snapshot<S> {
    return {
      state: this.source.evolve(state, event),
      version: version + 1,
      hash: event.metadata.hash,
      at: event.metadata.at,
    };
  }
}
