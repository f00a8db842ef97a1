import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HistoryItem, Page } from '#contract';
import { read as anyRead } from '../platform/http/access/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { MayAsk, SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { QueryParameters, type RawQuery } from '../platform/http/reading/query-parameters.js';
import { Does } from '../platform/http/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/seen-position.interceptor.js';
import { EVENT_TYPES, HistoryPageAnswer } from './history.answer.js';
import { ShowHistory } from './show-history.query.js';

const LARGEST_PAGE = 200;
const USUAL_PAGE = 50;
const LONGEST_TEXT = 200;

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/history')
  @Does(anyRead)
  @ApiOperation({ summary: 'Everything that was decided on a process, in order' })
  @MayAsk('type', 'Only this kind of event (gebeurtenis).', 'KnipDecided')
  @MayAsk('actor', 'Only what this person did (wie).', 'werkgroep-vergunningen')
  @MayAsk('element', 'Only what is about this step or flow (stap, overdrachtsmoment), by id.', 'Task_Intake')
  @MayAsk('q', 'Words that occur in what is told (zoeken), without regard to capitals and accents.', 'balie')
  @MayAsk('limit', `At most so many, 1 to ${LARGEST_PAGE}.`, USUAL_PAGE)
  @MayAsk('after', 'Version after which to begin; value of `next` of the page before.', '50')
  @AnswersOk(HistoryPageAnswer, 400, 401, 404, 503)
  history(@Param('id') id: string, @Query() query: RawQuery): Promise<Page<HistoryItem>> {
    const read = new QueryParameters(query);
    const type = read.oneOf('type', EVENT_TYPES);
    const actor = read.text('actor', LONGEST_TEXT);
    const element = read.text('element', Number.MAX_SAFE_INTEGER);
    const q = read.text('q', LONGEST_TEXT);
    const after = read.wholeNumber('after', 0) ?? 0;
    const limit = read.wholeNumber('limit', 1, LARGEST_PAGE) ?? USUAL_PAGE;
    read.finish();
    const filter = {
      ...(type && { type }),
      ...(actor && { actor }),
      ...(element && { element }),
      ...(q && { q }),
    };
    return this.queries.execute(new ShowHistory(id, filter, after, limit));
  }
}
