import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Person } from '../platform/http/protocol/person.answer.js';
import type { ProcessAnswer } from './answers/process.answer.js';
import { processStream, standing, type ProcessState } from '#domain';
import { Names } from '../platform/http/access/names.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { Outlines, rightsIn } from '../process-facts/index.js';
import { KnownProcesses, type VersionOrMoment } from './known-process.js';
import { refusalOnProcess } from './may-on-process.js';
import { PROCESS_ACTIONS } from './process.actions.js';
import { processAnswer } from './process-answer.js';

export class ShowProcess extends Query<ProcessAnswer> {
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

  async execute({ id, asked, person }: ShowProcess): Promise<ProcessAnswer> {
    const process = this.processes.find(id);
    const shown = this.processes.state(process, this.processes.version(process, asked));
    const { latest } = process;
    const now = shown.state.version === latest ? shown.state : this.processes.state(process, latest).state;
    const digest = standing(shown.state, 'diagram')?.digest;
    const outline = digest === undefined ? undefined : this.readModel.reader(Outlines).get(digest);
    const parked = this.readModel.parked(processStream(id));
    return {
      ...processAnswer(id, shown, outline, (personId) => this.names.of(personId)),
      latest,
      ...(parked && { parked: { version: parked.version, reason: parked.reason } }),
      may: rights(person, now),
    };
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
