import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { standing } from '#domain';
import { KnownProcesses, type VersionOrMoment } from '../processes/index.js';
import { StoredDiagrams, type SavedDiagram } from './stored-diagrams.js';

/** A diagram with the name that the process had at the time. */
export interface NamedDiagram extends SavedDiagram {
  name: string;
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
  ) {}

  async execute({ id, asked }: FetchDiagram): Promise<NamedDiagram> {
    const process = this.processes.find(id);
    const { state } = this.processes.state(process, this.processes.version(process, asked));
    return { ...(await this.diagrams.of(id, state)), name: standing(state, 'name')?.name ?? id };
  }
}
