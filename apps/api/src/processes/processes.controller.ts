import { Controller, Get, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Person } from '../platform/http/protocol/person.answer.js';
import { SignedIn } from '../platform/http/access/signed-in.js';
import { read } from '../platform/http/routes/actions.js';
import { AnswersOk } from '../platform/http/docs/answers.js';
import { lastChangedIn } from '../platform/http/reading/entity-tag.js';
import { KnownByTag, SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { Does } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';
import { ProcessAnswer } from './answers/process.answer.js';
import { VersionQuery } from './version-query.dto.js';
import { ShowProcess } from './show-process.query.js';

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class ProcessesController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id')
  @Does(read)
  @ApiOperation({ summary: 'A process as it stands, or as it stood at a version or moment' })
  @KnownByTag()
  @AnswersOk(ProcessAnswer, 400, 401, 404, 503)
  async show(
    @Param('id') id: string,
    @Query() asked: VersionQuery,
    @SignedIn() person: Person,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { version, answer } = await this.queries.execute(new ShowProcess(id, asked, person));
    lastChangedIn(version, reply);
    void reply.type('application/json; charset=utf-8');
    return answer;
  }
}
