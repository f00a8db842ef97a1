import { Module } from '@nestjs/common';
import { ApiDescription } from '../platform/http/docs/open-api.js';
import { ProcessesModule } from '../processes/index.js';
import { ChangedSince } from './changed-since.js';
import { HistoryController } from './history.controller.js';
import { ShowHistoryHandler } from './show-history.query.js';
import { StaleProblem } from './stale-problem.answer.js';
import { ToldHistory } from './told-history.js';

/** Everything that was decided on a process, in order; also explains writes that came too late. */
@Module({
  imports: [ProcessesModule],
  controllers: [HistoryController],
  providers: [ChangedSince, ShowHistoryHandler, ToldHistory],
  exports: [ToldHistory],
})
export class HistoryModule {
  constructor(description: ApiDescription) {
    description.add({ problems: { 412: StaleProblem } });
  }
}
