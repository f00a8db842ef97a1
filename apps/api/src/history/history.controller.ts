import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HistoryItem } from './history.answer.js';
import type { Page } from '../platform/http/docs/page.answer.js';
import { read } from '../platform/http/routes/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { Does } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';
import { USUAL_PAGE } from '../platform/http/reading/page-query.dto.js';
import { HistoryQuery } from './history-query.dto.js';
import { HistoryPage } from './history.answer.js';
import { ShowHistory } from './show-history.query.js';

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/history')
  @Does(read)
  @ApiOperation({ summary: 'Everything that was decided on a process, in order' })
  @AnswersOk(HistoryPage, 400, 401, 404, 503)
  history(
    @Param('id') id: string,
    @Query() { type, actor, element, q, after = 0, limit = USUAL_PAGE }: HistoryQuery,
  ): Promise<Page<HistoryItem>> {
    const filter = {
      ...(type && { type }),
      ...(actor && { actor }),
      ...(element && { element }),
      ...(q && { q }),
    };
    return this.queries.execute(new ShowHistory(id, filter, after, limit));
  }
}
