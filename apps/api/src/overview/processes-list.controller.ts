import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page } from '../platform/http/docs/page.answer.js';
import type { ProcessItem } from './overview.answer.js';
import { read } from '../platform/http/routes/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { Does } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';
import { USUAL_PAGE } from '../platform/http/reading/page-query.dto.js';
import { ListProcessesQuery } from './list-processes.dto.js';
import { ListProcesses } from './list-processes.query.js';
import { ProcessPage } from './overview.answer.js';

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class ProcessesListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Does(read)
  @ApiOperation({ summary: 'The processes by name, with their numbers and what happened last' })
  @AnswersOk(ProcessPage, 400, 401, 503)
  list(
    @Query() { domain, q, retired, after, limit = USUAL_PAGE }: ListProcessesQuery,
  ): Promise<Page<ProcessItem>> {
    const filter = { retired: retired === 'true', ...(domain && { domain }), ...(q && { q }) };
    return this.queries.execute(new ListProcesses(filter, after, limit));
  }
}
