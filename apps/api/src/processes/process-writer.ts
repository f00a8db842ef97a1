import { Inject, Injectable } from '@nestjs/common';
import {
  emptyProcess,
  evolve,
  processStream,
  Refusal,
  standing,
  upcastProcessEvent,
  type FactKind,
  type OnProcess,
  type ProcessEvent,
  type ProcessState,
} from '#domain';
import {
  CommandHandler,
  identifyRequest,
  type EventStore,
  type Outcome,
  type Position,
  type StateSource,
} from '#event-store';
import type { Action } from '../platform/http/access/access-table.js';
import { assertMay } from '../platform/http/access/may.js';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { NotCaughtUp, ReadModel } from '../platform/projections/read-model.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { ChangedSince } from '../history/changed-since.js';
import type { ProcessCommand, WriteResult } from './process-command.js';
import { requestOf } from '../platform/writing/request-of.js';
import type { Writing } from '../platform/writing/writing.js';

const STREAM_PREFIX = processStream('');
const PROCESS_ID = /^[\w-]{1,100}$/;
/** How long a write waits for this instance to show it; it is recorded in any case. */
const SHOWN_WITHIN_MS = 10_000;

interface WriteKind {
  /** Name of the command; part of what tells one request from another under the same key. */
  name: string;
  action: Action;
  /**
   * What the command is about; a write that changed nothing answers with the version in which that last
   * changed.
   */
  resource: FactKind;
}

/**
 * The way of every write: known already? allowed? decided, recorded, and shown by this instance before it is
 * answered.
 */
@Injectable()
export class ProcessWriter {
  private readonly handler: CommandHandler<ProcessState>;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly changedSince: ChangedSince,
  ) {
    this.handler = new CommandHandler(store, sourceOf(readModel));
  }

  /**
   * @param decide the decision of the domain; what it throws is the answer
   * @throws ProblemException 403 when the process is not the actor's to change, 503 when it is parked
   * @throws NotCaughtUp when this instance cannot follow the log, as where the disk of its read model is
   * full: it could not show what it writes
   */
  async write<C extends object>(
    { name, action, resource }: WriteKind,
    { writing, content }: ProcessCommand<C, WriteResult>,
    decide: (
      state: ProcessState,
      command: Omit<C, 'process' | 'seen'> & OnProcess,
    ) => ProcessEvent[] | Promise<ProcessEvent[]>,
  ): Promise<WriteResult> {
    const { process, seen, commandId } = writing;
    if (!PROCESS_ID.test(process)) throw new Refusal('processUnknown', { process });
    if (this.readModel.phase === 'failed') throw new NotCaughtUp();
    const parked = this.readModel.parked(processStream(process));
    if (parked)
      throw new ProblemException('processParked', {
        params: { process, ...parked },
        headers: { 'Retry-After': '60' },
      });

    const said = {
      actor: writing.actor.id,
      now: writing.demo?.now ?? new Date(),
      demo: writing.demo !== undefined,
    };
    let state = emptyProcess();
    const outcome = await this.handler
      .handle(
        processStream(process),
        { commandId, ...said, ...identifyRequest(requestOf(name, process, content)) },
        (current) => {
          state = current;
          assertMayChange(writing, action, current);
          return decide(current, { ...content, process, seen });
        },
      )
      .catch(async (error: unknown) => Promise.reject(await this.changedSince.explain(error, writing)));
    const position = await this.shown(outcome);
    const version =
      outcome.kind === 'unchanged' ? (state.changed.get(`${resource} `) ?? outcome.version) : outcome.version;
    return { id: process, version, position, recorded: outcome.kind !== 'unchanged' };
  }

  private async shown(outcome: Outcome): Promise<Position | undefined> {
    if (outcome.kind === 'unchanged') return this.store.lastPosition();
    try {
      await this.readModel.caughtUp(outcome.position, SHOWN_WITHIN_MS);
    } catch (error) {
      // The decision is recorded; whoever reads with its position waits for it.
      if (!(error instanceof NotCaughtUp)) throw error;
    }
    return outcome.position;
  }
}

/** The state that a decision is made on, by the read side up to where that is, by the log from there. */
function sourceOf(readModel: ReadModel): StateSource<ProcessState> {
  return {
    initial: emptyProcess(),
    evolve: (state, { type, data, metadata: { schemaVersion } }) =>
      evolve(state, upcastProcessEvent({ type, data, schemaVersion })),
    load: (stream) => {
      const known = readModel.processState(stream.slice(STREAM_PREFIX.length));
      return known && { ...known, version: known.state.version };
    },
    findCommand: (commandId) => readModel.findCommand(commandId),
    // What is in a diagram stands in no state: knips, hand-overs and merges look it up.
    isLookedUp: ({ data }) => 'diagram' in data,
  };
}

function assertMayChange({ actor }: Writing, action: Action, state: ProcessState): void {
  const domain = standing(state, 'domain')?.domain;
  if (domain === undefined) return;
  const owner = standing(state, 'owner')?.person;
  assertMay(actor, action, {
    name: standing(state, 'name')?.name ?? '',
    domain,
    ...(owner !== undefined && { owner }),
  });
}
