import { Injectable } from '@nestjs/common';
import {
  lastChange,
  processNameOf,
  processStream,
  Refusal,
  type ProcessFactKind,
  type OnProcess,
  type ProcessEvent,
  type ProcessState,
} from '#domain';
import { Access } from '../platform/http/access/access.js';
import type { Action } from '../platform/http/routes/actions.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { rightsIn, StateReader, type Rights } from '../process-facts/index.js';
import { StreamWriters, type StreamWriter } from '../platform/writing/stream-writer.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import { repeatedCommand } from '../platform/writing/writing.js';
import { refusalOnProcess } from './may-on-process.js';
import { parkedProcess } from './parked-process.js';
import type { ProcessCommand } from './process-command.js';
import { PROCESS } from './process-subject.js';

const PROCESS_ID = /^[\w-]{1,100}$/;

interface WriteKind {
  /** Name of the command. */
  name: string;
  action: Action;
  /**
   * What a command is about that may change nothing: then the answer has the version in which that last
   * changed. Other commands record a decision each time.
   */
  resource?: ProcessFactKind;
}

/** Writes decisions about processes. */
@Injectable()
export class ProcessWriter {
  private readonly writer: StreamWriter<ProcessState>;

  constructor(writers: StreamWriters, readModel: ReadModel, access: Access) {
    this.writer = writers.of({
      kind: PROCESS,
      // What is in a diagram stands in no state: knips, hand-overs and merges look it up.
      isLookedUp: ({ data }) => 'diagram' in data,
      load: (id) => {
        const known = readModel.stream(processStream(id));
        return (
          known && { ...known, state: readModel.reader(StateReader).asOf(known.no, known.version).state }
        );
      },
      assertId: (process) => {
        if (!PROCESS_ID.test(process)) throw new Refusal('processUnknown', { process });
      },
      refuseParked: (id, parked) => {
        const shown = readModel.stream(processStream(id));
        const state = shown && readModel.reader(StateReader).asOf(shown.no, shown.version).state;
        return parkedProcess((state && processNameOf(state)) || id, parked);
      },
    });
    access.decidedBy(PROCESS.collection, (asked) => {
      const refusalBy = (rights: Rights) => refusalOnProcess(asked.person, asked.action, rights);
      const shown = readModel.reader(StateReader).rights(processStream(asked.id));
      // Few are refused, and nothing more is asked for anybody else.
      if (!shown || !refusalBy(shown)) return undefined;
      const commandId = repeatedCommand(PROCESS, asked);
      return this.writer.refusal({ id: asked.id, commandId }, (state) => refusalBy(rightsIn(state)));
    });
  }

  /**
   * @param decide the decision of the domain; what it throws is the answer
   * @throws ProblemException 403 when the process is not the actor's to change, 503 when it is parked
   */
  write<C extends object>(
    { name, action, resource }: WriteKind,
    { writing, content }: ProcessCommand<C, WriteResult>,
    decide: (
      state: ProcessState,
      command: Omit<C, 'process' | 'seen'> & OnProcess,
    ) => ProcessEvent[] | Promise<ProcessEvent[]>,
  ): Promise<WriteResult> {
    const { subject, seen } = writing;
    return this.writer.write(writing, {
      name,
      content,
      assertMay: (state) => {
        const refused = refusalOnProcess(writing.actor, action, rightsIn(state));
        if (refused) throw refused;
      },
      decide: (state) => decide(state, { ...content, process: subject.id, seen }),
      ...(resource && { heldSince: (state: ProcessState) => lastChange(state, resource, '') }),
    });
  }
}
