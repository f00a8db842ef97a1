import { Injectable } from '@nestjs/common';
import { processStream, standing } from '#domain';
import type { Action } from '../platform/http/routes/actions.js';
import type { Person } from '../platform/http/protocol/person.answer.js';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { rightsIn, StateReader, type StateAt } from '../process-facts/index.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { refusalOnProcess } from './may-on-process.js';
import { parkedProcess } from './parked-process.js';
import { PROCESS_PROBLEMS } from './process.problems.js';
import { PROCESS_REFUSALS } from './refusal.problems.js';

/** A process that exists, by the number under which the read model knows it. */
export interface KnownProcess {
  id: string;
  no: number;
  /** Its newest version. */
  latest: number;
}

/** A version of a process, or the one that was the newest at a moment; neither: the newest. */
export interface VersionOrMoment {
  version?: number;
  at?: string;
}

/** Finds processes and their versions; what is not there is a problem that names it. */
@Injectable()
export class KnownProcesses {
  constructor(private readonly readModel: ReadModel) {}

  /** @throws ProblemException when there is no such process, or nothing of it could be read */
  find(id: string): KnownProcess {
    const newest = this.readModel.stream(processStream(id));
    if (newest) return { id, no: newest.no, latest: newest.version };
    const parked = this.readModel.parked(processStream(id));
    throw parked
      ? parkedProcess(id, parked)
      : new ProblemException(PROCESS_REFUSALS.processUnknown, { params: { process: id } });
  }

  /**
   * The version asked for.
   * @throws ProblemException when the process has no such version, or had none at the moment
   */
  version(process: KnownProcess, { version, at }: VersionOrMoment): number {
    if (at !== undefined) return this.atMoment(process, at);
    if (version === undefined) return process.latest;
    if (version >= 1 && version <= process.latest) return version;
    throw new ProblemException(PROCESS_REFUSALS.versionUnknown, {
      params: { name: this.name(process), asked: version, version: process.latest },
    });
  }

  /**
   * For what belongs to a process but has a stream of its own.
   * @throws ProblemException when there is no such process, or the person may not do this to it
   */
  assertMay(person: Person, action: Action, id: string): void {
    const process = this.find(id);
    const refused = refusalOnProcess(person, action, rightsIn(this.state(process, process.latest).state));
    if (refused) throw refused;
  }

  state(process: KnownProcess, version: number): StateAt {
    return this.readModel.reader(StateReader).asOf(process.no, version);
  }

  /** The name it has now. */
  name(process: KnownProcess): string {
    return standing(this.state(process, process.latest).state, 'name')?.name ?? process.id;
  }

  private atMoment(process: KnownProcess, at: string): number {
    const version = this.readModel.reader(StateReader).versionAt(process.no, at);
    if (version !== undefined) return version;
    const first = this.readModel.reader(StateReader).made(process.no, 1).at;
    throw new ProblemException(PROCESS_PROBLEMS.versionNotYet, {
      params: { name: this.name(process), moment: at, first },
    });
  }
}
