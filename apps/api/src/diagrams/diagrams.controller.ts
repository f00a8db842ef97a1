import { Controller, Get, Headers, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { read as anyRead } from '../platform/http/access/actions.js';
import { AnswersFile } from '../platform/http/docs/answers.js';
import { languageOf } from '../platform/http/problems/words.js';
import { sendsFile } from '../platform/http/reading/attachment.js';
import { isKnown } from '../platform/http/reading/entity-tag.js';
import {
  KnownByTag,
  SeesPosition,
  VersionParameters,
} from '../platform/http/reading/documented-parameters.js';
import { QueryParameters, type RawQuery } from '../platform/http/reading/query-parameters.js';
import { Does } from '../platform/http/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/seen-position.interceptor.js';
import { EXPORT_FORMATS, ExportProcess } from './export-process.query.js';
import { FetchDiagram } from './fetch-diagram.query.js';

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class DiagramsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/diagram')
  @Does(anyRead)
  @ApiOperation({ summary: 'The diagram, byte for byte as it was saved' })
  @VersionParameters()
  @KnownByTag()
  @AnswersFile('The bytes as they were sent (diagram).', ['application/xml'], 400, 401, 404, 503)
  async diagram(
    @Param('id') id: string,
    @Query() query: RawQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | undefined> {
    const read = new QueryParameters(query);
    const asked = read.versionOrMoment();
    read.finish();
    const { bytes, digest, version, name } = await this.queries.execute(new FetchDiagram(id, asked));
    if (isKnown(version, request, reply)) return void reply.status(304);
    sendsFile(reply, name, 'bpmn', 'application/xml');
    void reply.header('Repr-Digest', `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`);
    return bytes;
  }

  @Get(':id/export')
  @Does(anyRead)
  @ApiOperation({
    summary:
      'The diagram with knips, channels, bindings and hand-overs: as BPMN in our namespace, or as a picture',
  })
  @ApiQuery({
    name: 'format',
    required: true,
    description: 'The form (vorm).',
    schema: { type: 'string', enum: [...EXPORT_FORMATS], example: 'bpmn' },
  })
  @VersionParameters()
  @AnswersFile('The file to take along (uitvoer).', ['application/xml', 'image/svg+xml'], 400, 401, 404, 503)
  async export(
    @Param('id') id: string,
    @Query() query: RawQuery,
    @Headers('accept-language') languages: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const read = new QueryParameters(query);
    const format = read.oneOf('format', EXPORT_FORMATS, 'required');
    const asked = read.versionOrMoment();
    read.finish();
    const { name, text } = await this.queries.execute(
      new ExportProcess(id, asked, format, languageOf(languages)),
    );
    sendsFile(
      reply,
      name,
      format,
      format === 'svg' ? 'image/svg+xml; charset=utf-8' : 'application/xml; charset=utf-8',
    );
    return text;
  }
}
