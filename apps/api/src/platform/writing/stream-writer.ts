import { Inject, Injectable } from '@nestjs/common';
import {
  CommandHandler,
  ForeignEvent,
  identifyRequest,
  StreamContended,
  type EventStore,
  type NewEvent,
  type Outcome,
  type Position,
  type Snapshot,
  type StateSource,
} from '#event-store';
import { Clock } from '../environment/clock.js';
import { busyProblem } from '../log/log.problems.js';
import { EVENT_STORE } from '../log/event-store.token.js';
import { NotCaughtUp, ReadModel, type ParkedAt } from '../projections/following/read-model.js';
import { requestOf } from './request-of.js';
import { StaleExplanations } from './stale-explanations.js';
import { idOf, type SubjectKind } from './subject.js';
import type { WriteResult } from './write-result.js';
import type { Writing } from './writing.js';

/** How long a write waits until this instance shows it. It is recorded in any case. */
const SHOWN_WITHIN_MS = 10_000;

/** A kind of subject, with what only its writer must know. */
export interface Writable<S> extends Pick<StateSource<S>, 'isLookedUp'> {
  kind: SubjectKind<S>;
  /** The newest state on the read side. Without it the stream is read from its beginning. */
  load?(id: string): Snapshot<S> | undefined;
  /**
   * May ask the log, where the read side of this instance can be behind; a parked stream was refused before.
   * @throws an error when nothing can have this id
   */
  assertId(id: string): void | Promise<void>;
  /** The error that refuses a write while the stream is parked. */
  refuseParked(id: string, parked: ParkedAt): Error;
}

/** One change that a person or a policy asks for. */
export interface Change<S> {
  /** Name of the command; part of what tells one request from another under the same key. */
  name: string;
  content: object;
  /** @throws an error when the actor may not do this */
  assertMay(state: S): void;
  /** The decision of the domain. What it throws is the answer. */
  decide(state: S): readonly NewEvent[] | Promise<readonly NewEvent[]>;
  /**
   * What it makes below its subject, such as a message in a discussion: its id, and its path from there. The
   * answer is then about what was made.
   */
  made?: { id: string; path: string };
  /** When nothing changed: the version that holds what was asked for. When undefined, the newest one. */
  heldSince?(state: S): number | undefined;
}

/**
 * Writes to the streams of one kind. Every write takes the same steps: is it a repeated command, is it
 * allowed, decide, record, show it on this instance, answer.
 */
export class StreamWriter<S> {
  private readonly handler: CommandHandler<S>;

  constructor(
    private readonly parts: StreamWriters,
    private readonly writable: Writable<S>,
  ) {
    const { aggregate } = writable.kind;
    this.handler = new CommandHandler(parts.store, {
      schemaVersion: aggregate.schemaVersion,
      initial: aggregate.initial,
      evolve: (state, { type, data, metadata: { schemaVersion } }) =>
        aggregate.evolve(state, aggregate.current({ type, data, schemaVersion })),
      isLookedUp: writable.isLookedUp,
      load: (stream) => writable.load?.(idOf(writable.kind, stream)!),
      findCommand: (commandId) => parts.readModel.findCommand(commandId),
    });
  }

  /**
   * @throws NotCaughtUp when this instance cannot follow the log
   * @throws the errors of the aggregate: for an unknown id, a parked stream or a refused change
   */
  async write(writing: Writing<{ id: string }>, change: Change<S>): Promise<WriteResult> {
    const { subject, commandId, actor, demo, cause } = writing;
    const { id } = subject;
    const { aggregate, collection } = this.writable.kind;
    const stream = aggregate.stream(id);
    this.assertFollowing(id, stream);
    await this.writable.assertId(id);
    let state = aggregate.initial;
    const request = requestOf(change.name, subject, change.content, aggregate.freeTexts);
    const command = {
      commandId,
      actor: actor.id,
      now: demo?.now ?? this.parts.clock.now(),
      demo: demo !== undefined,
      ...(cause && { cause }),
      ...identifyRequest(request),
    };
    const outcome = await this.handler
      .handle(stream, command, (current) => {
        state = current;
        change.assertMay(current);
        return change.decide(current);
      })
      .catch(async (error: unknown) => {
        if (error instanceof ForeignEvent) throw this.writable.refuseParked(id, { ...error, foreign: true });
        if (error instanceof StreamContended) throw busyProblem(this.writable.kind.called);
        throw await this.parts.explanations.explain(error, writing);
      });
    const position = await this.shown(outcome);
    const recorded = outcome.kind !== 'unchanged';
    const version = recorded ? outcome.version : (change.heldSince?.(state) ?? outcome.version);
    const address = `/api/v1/${collection}/${id}`;
    const made = recorded ? change.made : undefined;
    const about = made ? { id: made.id, address: `${address}/${made.path}` } : { id, address };
    return { ...about, version, position, recorded };
  }

  /**
   * Why a write would be refused whatever it says, found out before its content is read. Ask it of who is
   * refused by what this instance shows: as that may be behind, the log decides.
   * @param commandId of a request that may be a repeated one, which is answered as the first time
   */
  async refusal(
    { id, commandId }: { id: string; commandId: string | undefined },
    refusalOn: (state: S) => Error | undefined,
  ): Promise<Error | undefined> {
    const stream = this.writable.kind.aggregate.stream(id);
    // What is parked is refused by the write itself, with the reason.
    if (this.parts.readModel.parked(stream)) return undefined;
    try {
      const { state, knows } = await this.handler.newest(stream);
      if (commandId !== undefined && (await knows(commandId))) return undefined;
      return refusalOn(state);
    } catch (error) {
      if (error instanceof ForeignEvent) return undefined;
      throw error;
    }
  }

  /** The newest state in the log, also when this instance does not show it yet. */
  async state(id: string): Promise<S> {
    return (await this.handler.newest(this.writable.kind.aggregate.stream(id))).state;
  }

  /** What cannot be shown is not written, for example because the disk is full or the stream is parked. */
  private assertFollowing(id: string, stream: string): void {
    const { readModel } = this.parts;
    if (readModel.phase === 'failed') throw new NotCaughtUp();
    const parked = readModel.parked(stream);
    if (parked) throw this.writable.refuseParked(id, parked);
  }

  private async shown(outcome: Outcome): Promise<Position | undefined> {
    if (outcome.kind === 'unchanged') return this.parts.store.lastPosition();
    try {
      await this.parts.readModel.caughtUp(outcome.position, SHOWN_WITHIN_MS);
    } catch (error) {
      // The decision is recorded. A reader who sends its position waits for it.
      if (!(error instanceof NotCaughtUp)) throw error;
    }
    return outcome.position;
  }
}

/** Makes the writer of one kind of subject. */
@Injectable()
export class StreamWriters {
  constructor(
    @Inject(EVENT_STORE) readonly store: EventStore,
    readonly readModel: ReadModel,
    readonly explanations: StaleExplanations,
    readonly clock: Clock,
  ) {}

  of<S>(writable: Writable<S>): StreamWriter<S> {
    return new StreamWriter(this, writable);
  }
}
