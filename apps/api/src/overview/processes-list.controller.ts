import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Page, ProcessItem } from '#contract';
import { read as anyRead } from '../platform/http/access/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { FIELDS } from '../platform/http/problems/field.problems.js';
import { MayAsk, SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { QueryParameters, type RawQuery } from '../platform/http/reading/query-parameters.js';
import { Does } from '../platform/http/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/seen-position.interceptor.js';
import { ListProcesses, placeOf } from './list-processes.query.js';
import { ProcessPageAnswer } from './overview.answer.js';

const LARGEST_PAGE = 200;
const USUAL_PAGE = 50;
const LONGEST_TEXT = 200;

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class ProcessesListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Does(anyRead)
  @ApiOperation({ summary: 'The processes by name, with their numbers and what happened last' })
  @MayAsk('domain', 'Id of a domain (domein).', 'vergunningen')
  @MayAsk('q', 'Words that occur in the name (zoeken), without regard to capitals and accents.', 'kap')
  @MayAsk('retired', '`true` to list retired processes (vervallen) as well.', 'true')
  @MayAsk('limit', `At most so many, 1 to ${LARGEST_PAGE}.`, USUAL_PAGE)
  @MayAsk('after', 'Value of `next` of the page before.', 'WyJrYXB2ZXJndW5uaW5nIiwia2FwdmVyZ3VubmluZyJd')
  @AnswersOk(ProcessPageAnswer, 400, 401, 503)
  list(@Query() query: RawQuery): Promise<Page<ProcessItem>> {
    const read = new QueryParameters(query);
    const domain = read.text('domain', LONGEST_TEXT);
    const q = read.text('q', LONGEST_TEXT);
    const retired = read.oneOf('retired', ['true', 'false']) === 'true';
    const after = read.parsed('after', placeOf, FIELDS.pageMark);
    const limit = read.wholeNumber('limit', 1, LARGEST_PAGE) ?? USUAL_PAGE;
    read.finish();
    return this.queries.execute(
      new ListProcesses({ retired, ...(domain && { domain }), ...(q && { q }) }, after, limit),
    );
  }
}
