import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { read } from '../platform/http/routes/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { DomainsAnswer } from './overview.answer.js';
import { ListDomains } from './list-domains.query.js';
import { NoQuery } from '../platform/http/reading/query-rules.js';
import { SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { Does } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';

@ApiTags('Domains')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('domains')
export class DomainsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Does(read)
  @ApiOperation({ summary: 'The domains with the numbers of their processes' })
  @AnswersOk(DomainsAnswer, 400, 401, 503)
  async list(@Query() _: NoQuery): Promise<DomainsAnswer> {
    return { items: await this.queries.execute(new ListDomains()) };
  }
}
