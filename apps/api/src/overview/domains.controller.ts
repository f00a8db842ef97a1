import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { read } from '../platform/http/access/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { DomainsAnswer } from './overview.answer.js';
import { ListDomains } from './list-domains.query.js';
import { SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { QueryParameters, type RawQuery } from '../platform/http/reading/query-parameters.js';
import { Does } from '../platform/http/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/seen-position.interceptor.js';

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
  async list(@Query() query: RawQuery): Promise<DomainsAnswer> {
    new QueryParameters(query).finish();
    return { items: await this.queries.execute(new ListDomains()) };
  }
}
