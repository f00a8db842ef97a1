import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/index.js';
import { ApiDescription } from '../platform/http/docs/open-api.js';
import { DomainsController } from './domains.controller.js';
import { ListDomainsHandler } from './list-domains.query.js';
import { ListProcessesHandler } from './list-processes.query.js';
import { ProcessesListController } from './processes-list.controller.js';

/** All processes at a glance, and the domains they belong to. */
@Module({
  imports: [HistoryModule],
  controllers: [DomainsController, ProcessesListController],
  providers: [ListDomainsHandler, ListProcessesHandler],
})
export class OverviewModule {
  constructor(description: ApiDescription) {
    description.add({ tags: { Domains: 'The domains of the municipality (domeinen).' } });
  }
}
