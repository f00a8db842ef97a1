import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page } from '../platform/http/docs/page.answer.js';
import type { HistoryItem } from './history.answer.js';
import { pageOf } from '../platform/http/reading/page-of.js';
import { Settings } from '../platform/environment/settings.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { KnownProcesses } from '../processes/index.js';
import { HistoryReader, type HistoryFilter } from './history-reader.js';
import { ToldHistory } from './told-history.js';

export class ShowHistory extends Query<Page<HistoryItem>> {
  constructor(
    readonly id: string,
    readonly filter: HistoryFilter,
    /** Version after which the page begins. */
    readonly after: number,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(ShowHistory)
export class ShowHistoryHandler implements IQueryHandler<ShowHistory> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly processes: KnownProcesses,
    private readonly told: ToldHistory,
    private readonly settings: Settings,
  ) {}

  async execute({ id, filter, after, limit }: ShowHistory): Promise<Page<HistoryItem>> {
    const { no } = this.processes.find(id);
    const lines = this.readModel.reader(HistoryReader).page(no, after, limit + 1, filter);
    return pageOf(
      lines,
      limit,
      (line) => this.told.item(line),
      ({ version }) => String(version),
      this.settings.bounds,
    );
  }
}
