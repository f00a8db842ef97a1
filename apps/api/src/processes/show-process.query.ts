import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Person } from '../platform/http/protocol/person.answer.js';
import type { ProcessAnswer } from './answers/process.answer.js';
import { processStream, standing, type ProcessState } from '#domain';
import { Names } from '../platform/http/access/names.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { Outlines, rightsIn } from '../process-facts/index.js';
import { KeptAnswers } from './kept-answers.js';
import { KnownProcesses, type KnownProcess, type VersionOrMoment } from './known-process.js';
import { refusalOnProcess } from './may-on-process.js';
import { PROCESS_ACTIONS } from './process.actions.js';
import { processAnswer, type StandingProcess } from './process-answer.js';

/** A process at one version, its answer as bytes of JSON. */
export interface ShownProcess {
  version: number;
  answer: Buffer;
}

export class ShowProcess extends Query<ShownProcess> {
  constructor(
    readonly id: string,
    readonly asked: VersionOrMoment,
    readonly person: Person,
  ) {
    super();
  }
}

@QueryHandler(ShowProcess)
export class ShowProcessHandler implements IQueryHandler<ShowProcess> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly processes: KnownProcesses,
    private readonly names: Names,
  ) {}

  async execute({ id, asked, person }: ShowProcess): Promise<ShownProcess> {
    const process = this.processes.find(id);
    const { no, latest } = process;
    const version = this.processes.version(process, asked);
    const parked = this.readModel.parked(processStream(id));
    const may = rights(person, this.processes.state(process, latest).state);
    const answer = this.readModel.reader(KeptAnswers).bytes({ no, version, latest, parked, may }, () => ({
      ...this.standing(process, version),
      latest,
      ...(parked && { parked: { version: parked.version, reason: parked.reason } }),
      may,
    }));
    return { version, answer };
  }

  private standing(process: KnownProcess, version: number): StandingProcess {
    const shown = this.processes.state(process, version);
    const digest = standing(shown.state, 'diagram')?.digest;
    const outline = digest === undefined ? undefined : this.readModel.reader(Outlines).get(digest);
    return processAnswer(process.id, shown, outline, (personId) => this.names.of(personId));
  }
}

/** What somebody may do to the process as it is now, whichever version is shown. */
function rights(person: Person, state: ProcessState): ProcessAnswer['may'] {
  const retired = standing(state, 'retirement') !== undefined;
  const decisive = rightsIn(state);
  const allowed = (action: keyof ProcessAnswer['may']) =>
    !retired && refusalOnProcess(person, PROCESS_ACTIONS[action], decisive) === undefined;
  return {
    edit: allowed('edit'),
    bind: allowed('bind'),
    retire: allowed('retire'),
    nameMilestone: allowed('nameMilestone'),
    nameOwner: allowed('nameOwner'),
  };
}
