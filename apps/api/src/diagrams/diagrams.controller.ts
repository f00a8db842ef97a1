import { Controller, Get, Headers, Param, Query, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { read } from '../platform/http/routes/actions.js';
import { AnswersFile } from '../platform/http/docs/answers.js';
import { languageOf } from '../platform/http/problems/words.js';
import { sendsFile } from '../platform/http/reading/attachment.js';
import { lastChangedIn } from '../platform/http/reading/entity-tag.js';
import { KnownByTag, SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { Does } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';
import { VersionQuery } from '../processes/index.js';
import { ExportQuery } from './export-query.dto.js';
import { ExportProcess } from './export-process.query.js';
import { FetchDiagram } from './fetch-diagram.query.js';

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class DiagramsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/diagram')
  @Does(read)
  @ApiOperation({ summary: 'The diagram, byte for byte as it was saved' })
  @KnownByTag()
  @AnswersFile('The bytes as they were sent (diagram).', ['application/xml'], 400, 401, 404, 503)
  async diagram(
    @Param('id') id: string,
    @Query() asked: VersionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { bytes, digest, version, file } = await this.queries.execute(new FetchDiagram(id, asked));
    lastChangedIn(version, reply);
    sendsFile(reply, file, 'application/xml');
    void reply.header('Repr-Digest', `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`);
    return bytes;
  }

  @Get(':id/export')
  @Does(read)
  @ApiOperation({
    summary:
      'The diagram with knips, channels, bindings and hand-overs: as BPMN in our namespace, or as a picture',
  })
  @AnswersFile('The file to take along (uitvoer).', ['application/xml', 'image/svg+xml'], 400, 401, 404, 503)
  async export(
    @Param('id') id: string,
    @Query() { format, ...asked }: ExportQuery,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = languageOf(languages);
    const { file, text } = await this.queries.execute(new ExportProcess(id, asked, format, language));
    if (format === 'svg') void reply.headers({ 'Content-Language': language, Vary: 'Accept-Language' });
    sendsFile(reply, file, `${format === 'svg' ? 'image/svg+xml' : 'application/xml'}; charset=utf-8`);
    return text;
  }
}
