import { setTimeout as sleep } from 'node:timers/promises';
import { CurrentStates, type Snapshot, type StateSource } from './current-states.js';
import { firstAnswer } from './first-answer.js';
import {
  AppendTooLarge,
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
 * A command and who sends it. The caller makes `commandId` unique: within one store the same id means the
 * same command.
 */
export interface Command extends Omit<SealContext, 'schemaVersion'>, RequestIdentity {}

export type Outcome =
  | { kind: 'recorded'; version: number; position: Position; events: SealedEvent[] }
  /** The command was sent before. `version` is that of its last event. */
  | { kind: 'repeated'; version: number; position: Position }
  | { kind: 'unchanged'; version: number };

/** Other writers changed the stream between every read and append. Nothing was stored. */
export class StreamContended extends Error {
  constructor(readonly stream: string) {
    super(`Stream ${stream} changed at every attempt to write to it.`);
    this.name = 'StreamContended';
  }
}

type Decide<S> = (state: S) => readonly NewEvent[] | Promise<readonly NewEvent[]>;

interface QueuedCommand<S> {
  command: Command;
  decide: Decide<S>;
  resolve(outcome: Outcome): void;
  reject(reason: unknown): void;
}

/** Commands decided together for one append, which has not happened yet. */
interface Turn<S> {
  /** To append. */
  events: SealedEvent[];
  /** Answer the commands once the append is durable. */
  settle: ((appended: Appended | undefined) => void)[];
  /** Commands whose answer depends on the append. */
  pending: QueuedCommand<S>[];
  /** Commands that have to wait for another turn. */
  later: QueuedCommand<S>[];
}

const ATTEMPTS = 20;
const LONGEST_PAUSE_MS = 250;
/** Older servers refuse an append above 1 MiB, and a single event may have 900 KiB. */
const TURN_BYTES = 512 * 1024;
const TURN_COMMANDS = 64;

/**
 * Handles every command on one kind of stream: read, decide, seal, append. Commands that arrive while a
 * stream is being written are decided one after the other and share the next append. So many writers on one
 * stream do not each wait for the disk.
 */
export class CommandHandler<S> {
  readonly #queues = new Map<string, QueuedCommand<S>[]>();
  readonly #states: CurrentStates<S>;

  constructor(
    private readonly store: EventStore,
    private readonly source: StateSource<S>,
  ) {
    this.#states = new CurrentStates(store, source);
  }

  /**
   * @param decide pure; called again with a newer state when another writer was first. An error it throws
   * reaches the caller
   * @throws CommandReused when the id belongs to another request
   * @throws ForeignEvent when the stream holds a foreign event
   * @throws StreamContended when other writers were first at every attempt
   */
  handle(stream: string, command: Command, decide: Decide<S>): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const queued = { command, decide, resolve, reject };
      const queue = this.#queues.get(stream);
      if (queue) queue.push(queued);
      else void this.#serve(stream, [queued]);
    });
  }

  /** The newest state of a stream that the log holds, and whether a command was carried out on it. */
  async newest(stream: string): Promise<{ state: S; knows(commandId: string): Promise<boolean> }> {
    const { state, commands } = await this.#states.of(stream);
    const knows = async (id: string) => commands.has(id) || (await this.source.findCommand(id)) !== undefined;
    return { state, knows };
  }

  async #serve(stream: string, queue: QueuedCommand<S>[]): Promise<void> {
    this.#queues.set(stream, queue);
    while (queue.length > 0) {
      const commands = queue.splice(0, TURN_COMMANDS);
      try {
        queue.unshift(...(await this.#takeTurn(stream, commands)));
      } catch (error) {
        commands.forEach(({ reject }) => reject(error));
      }
    }
    this.#queues.delete(stream);
  }

  /** @returns the commands that have to wait for the next turn */
  async #takeTurn(stream: string, commands: QueuedCommand<S>[]): Promise<QueuedCommand<S>[]> {
    const later: QueuedCommand<S>[] = [];
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const current = await this.#states.of(stream);
      const turn = await this.#decide(stream, current, commands);
      later.unshift(...turn.later);
      try {
        const appended =
          turn.events.length > 0 ? await this.store.append(stream, current.version, turn.events) : undefined;
        turn.settle.forEach((settle) => settle(appended));
        return later;
      } catch (error) {
        // One command that is too large must not make the others fail.
        if ((error instanceof EventTooLarge || error instanceof AppendTooLarge) && turn.pending.length > 1) {
          for (const command of turn.pending) await this.#takeTurn(stream, [command]);
          return later;
        }
        commands = turn.pending;
        if (error instanceof VersionConflict) {
          // A server refuses as soon as another instance has the version. It shows that event only once the
          // event is durable.
          await sleep(Math.min(2 ** attempt, LONGEST_PAUSE_MS));
          continue;
        }
        commands.forEach(({ reject }) => reject(error));
        return later;
      }
    }
    commands.forEach(({ reject }) => reject(new StreamContended(stream)));
    return later;
  }

  /** Decides one command after the other, each on the state that the commands before it lead to. */
  async #decide(
    stream: string,
    current: Snapshot<S> & { commands: ReadonlyMap<string, number> },
    commands: readonly QueuedCommand<S>[],
  ): Promise<Turn<S>> {
    const turn: Turn<S> = { events: [], settle: [], pending: [], later: [] };
    let head: Snapshot<S> = current;
    let bytes = 0;
    for (const [index, queued] of commands.entries()) {
      const { command, decide, resolve, reject } = queued;
      if (turn.pending.some((before) => before.command.commandId === command.commandId)) {
        turn.later.push(queued);
        continue;
      }
      // A refusal may depend on the decisions before it. So a refusal also waits until those are durable.
      turn.pending.push(queued);
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
        const events = sealEvents(stream, head, decided, {
          ...command,
          schemaVersion: this.source.schemaVersion,
        });
        bytes += JSON.stringify(events).length;
        if (turn.events.length > 0 && bytes > TURN_BYTES) {
          turn.pending.pop();
          turn.later.push(...commands.slice(index));
          break;
        }
        turn.events.push(...events);
        head = events.reduce((state, event) => this.#after(state, event), head);
        const recorded = { kind: 'recorded' as const, version: head.version, events };
        turn.settle.push((appended) => resolve({ ...recorded, position: appended!.position }));
        if (events.some((event) => this.source.isLookedUp?.(event))) {
          turn.later.push(...commands.slice(index + 1));
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
