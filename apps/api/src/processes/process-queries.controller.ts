import { Controller, Get, Headers, Param, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HistoryItem, Page, Person, ProcessAnswer as Process, ProcessItem } from '#contract';
import { SignedIn } from '../platform/http/access/access.guard.js';
import { AnswersFile, AnswersOk } from '../platform/http/docs/answers.js';
import { languageOf } from '../platform/http/problems/words.js';
import { sendsFile } from '../platform/http/reading/attachment.js';
import { isKnown } from '../platform/http/reading/entity-tag.js';
import {
  KnownByTag,
  MayAsk,
  SeesPosition,
  VersionParameters,
} from '../platform/http/reading/documented-parameters.js';
import { QueryParameters, type RawQuery } from '../platform/http/reading/query-parameters.js';
import { SeenPositionInterceptor } from '../platform/projections/seen-position.interceptor.js';
import { EVENT_TYPES, HistoryPageAnswer } from '../history/history.answer.js';
import { ProcessPageAnswer } from '../overview/overview.answer.js';
import { ProcessAnswer } from './answers/process.answer.js';
import { EXPORT_FORMATS, ExportProcess } from '../diagrams/export-process.query.js';
import { FetchDiagram } from '../diagrams/fetch-diagram.query.js';
import { ListProcesses, placeOf } from '../overview/list-processes.query.js';
import { ShowHistory } from '../history/show-history.query.js';
import { ShowProcess } from './show-process.query.js';

const LARGEST_PAGE = 200;
const USUAL_PAGE = 50;
const LONGEST_TEXT = 200;

@ApiTags('Processes')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('processes')
export class ProcessQueriesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
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
    const after = read.parsed('after', placeOf, 'pageMark');
    const limit = read.wholeNumber('limit', 1, LARGEST_PAGE) ?? USUAL_PAGE;
    read.finish();
    return this.queries.execute(
      new ListProcesses({ retired, ...(domain && { domain }), ...(q && { q }) }, after, limit),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'A process as it stands, or as it stood at a version or moment' })
  @VersionParameters()
  @KnownByTag()
  @AnswersOk(ProcessAnswer, 400, 401, 404, 503)
  async show(
    @Param('id') id: string,
    @Query() query: RawQuery,
    @SignedIn() person: Person,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Process | undefined> {
    const read = new QueryParameters(query);
    const asked = read.versionOrMoment();
    read.finish();
    const process = await this.queries.execute(new ShowProcess(id, asked, person));
    // An older version says which one is the newest, and a stale process that it is stale: neither is told by
    // the tag.
    const told = process.version === process.latest && !process.parked;
    if (!isKnown(process.version, request, reply) || !told) return process;
    void reply.status(304);
    return undefined;
  }

  @Get(':id/diagram')
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

  @Get(':id/history')
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
