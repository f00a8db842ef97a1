import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page } from '../platform/http/docs/page.answer.js';
import { Names } from '../platform/http/access/names.js';
import type { ProcessItem } from './overview.answer.js';
import { pageOf } from '../platform/http/reading/page-of.js';
import { Settings } from '../platform/environment/settings.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { ToldHistory } from '../history/index.js';
import {
  OverviewReader,
  type OverviewFilter,
  type OverviewLine,
  type OverviewPlace,
} from './overview-reader.js';

export class ListProcesses extends Query<Page<ProcessItem>> {
  constructor(
    readonly filter: OverviewFilter,
    readonly after: OverviewPlace | undefined,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ListProcesses)
export class ListProcessesHandler implements IQueryHandler<ListProcesses> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly history: ToldHistory,
    private readonly names: Names,
    private readonly settings: Settings,
  ) {}

  async execute({ filter, after, limit }: ListProcesses): Promise<Page<ProcessItem>> {
    const lines = this.readModel.reader(OverviewReader).page(filter, after, limit + 1);
    return pageOf(
      lines,
      limit,
      (line) => this.item(line),
      ({ place }) => asPageMark(place),
      this.settings.bounds,
    );
  }

  private item({ no, place: _, owner, ...line }: OverviewLine): ProcessItem {
    return {
      ...line,
      ...(owner !== undefined && { owner: this.names.of(owner) }),
      last: this.history.at(no, line.version),
    };
  }
}

function asPageMark({ sortName, id }: OverviewPlace): string {
  return Buffer.from(JSON.stringify([sortName, id])).toString('base64url');
}

/** The place that a page mark stands for; undefined when this service did not make it. */
export function placeFromMark(pageMark: string): OverviewPlace | undefined {
  try {
    const [sortName, id] = JSON.parse(Buffer.from(pageMark, 'base64url').toString()) as unknown[];
    return typeof sortName === 'string' && typeof id === 'string' ? { sortName, id } : undefined;
  } catch {
    return undefined;
  }
}
