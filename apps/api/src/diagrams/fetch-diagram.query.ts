import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fileName } from '#bpmn';
import { standing } from '#domain';
import { KnownProcesses, type VersionOrMoment } from '../processes/index.js';
import { LogProbe } from '../platform/log/log-probe.js';
import { StoredDiagrams, type SavedDiagram } from './stored-diagrams.js';

/** A diagram with the name of its file: that of the process at the time, and the version asked for. */
export interface NamedDiagram extends SavedDiagram {
  file: string;
}

export class FetchDiagram extends Query<NamedDiagram> {
  constructor(
    readonly id: string,
    readonly asked: VersionOrMoment,
  ) {
    super();
  }
}

@QueryHandler(FetchDiagram)
export class FetchDiagramHandler implements IQueryHandler<FetchDiagram> {
  constructor(
    private readonly processes: KnownProcesses,
    private readonly diagrams: StoredDiagrams,
    private readonly log: LogProbe,
  ) {}

  async execute({ id, asked }: FetchDiagram): Promise<NamedDiagram> {
    const process = this.processes.find(id);
    const { state } = this.processes.state(process, this.processes.version(process, asked));
    const file = fileName(standing(state, 'name')?.name ?? id, [`v${state.version}`], 'bpmn');
    return { ...(await this.log.whileAnswering(this.diagrams.of(id, state))), file };
  }
}
