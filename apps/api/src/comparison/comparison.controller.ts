import { Body, Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ComparisonAnswer as Comparison } from './comparison.answer.js';
import { emptyProcess } from '#domain';
import { DiagramWork, filesRefused, inBase64 } from '../diagrams/index.js';
import { read } from '../platform/http/routes/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { Does, TakesJsonWith } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';
import { ComparisonAnswer } from './comparison.answer.js';
import { CompareFilesBody } from './compare-files.dto.js';
import { ComparisonQuery } from './comparison-query.dto.js';
import { Settings } from '../platform/environment/settings.js';
import { answered } from './answered.js';
import { compared } from './compared.js';
import { ShowComparison } from './show-comparison.query.js';

@ApiTags('Processes')
@Controller()
export class ComparisonController {
  constructor(
    private readonly queries: QueryBus,
    private readonly work: DiagramWork,
    private readonly settings: Settings,
  ) {}

  @Get('processes/:id/comparison')
  @Does(read)
  @SeesPosition()
  @UseInterceptors(SeenPositionInterceptor)
  @ApiOperation({
    summary:
      'What differs between two versions of a process (vergelijking): diagram, decisions with their reasons, and the consequences in numbers',
  })
  @AnswersOk(ComparisonAnswer, 400, 401, 404, 503)
  versions(@Param('id') id: string, @Query() { from, to, after }: ComparisonQuery): Promise<Comparison> {
    return this.queries.execute(new ShowComparison(id, from || '1', to || undefined, after));
  }

  @Post('comparisons')
  @Does(read)
  @TakesJsonWith(inBase64(2))
  @HttpCode(200)
  @ApiOperation({
    summary:
      'What differs between two files that are in no process yet (vergelijking van bestanden); nothing is stored',
  })
  @AnswersOk(ComparisonAnswer, 400, 401, 409, 413, 415)
  async files(@Body() body: CompareFilesBody): Promise<Comparison> {
    const files = await this.work.do(
      'compareFiles',
      Buffer.from(body.from, 'base64'),
      Buffer.from(body.to, 'base64'),
    );
    if (!files.ok) {
      const [from, to] = files.problems;
      throw filesRefused(
        [
          { field: 'from', problems: from },
          { field: 'to', problems: to },
        ].filter(({ problems }) => problems.length > 0),
      );
    }
    const [before, after] = files.outlines;
    const state = emptyProcess();
    const told = compared({ state, outline: before }, { state, outline: after }, files.comparison, []);
    return answered(told, this.settings.bounds, 0);
  }
}
