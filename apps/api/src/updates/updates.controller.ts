import { Controller, Get, Headers, Inject, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { processStream } from '#domain';
import type { EventStore, Position } from '#event-store';
import { Settings } from '../platform/environment/settings.js';
import { OpenStreams } from '../platform/http/reading/open-streams.js';
import { read } from '../platform/http/routes/actions.js';
import { Problems } from '../platform/http/docs/answers.js';
import { FIELDS } from '../platform/http/problems/field.problems.js';
import { invalidInput } from '../platform/http/problems/problem-exception.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { AnswersOther, Does } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';
import { sendLines } from '../platform/http/reading/send-lines.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { UpdatesQuery } from './updates-query.dto.js';
import { UpdateFeed, type PlacedUpdate } from './update-feed.js';

const RECONNECT_AFTER_MS = 2_000;

@ApiTags('Updates')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('updates')
export class UpdatesController {
  private readonly made = new WeakMap<PlacedUpdate, string>();

  constructor(
    private readonly feed: UpdateFeed,
    private readonly readModel: ReadModel,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly streams: OpenStreams,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Does(read)
  @AnswersOther()
  @ApiOperation({
    summary: 'New versions as they come (server-sent events)',
    description:
      'Events named `version`; their data is JSON with `stream`, `version` (versie), `type` and `actor`, and for a process its id as `process`; their `id` a `Log-Position`. A comment comes every 15 seconds. The stream ends with the session, and after an hour: come back with the last `id`.',
  })
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The `id` received last: what came after it is sent first.',
    schema: { type: 'string', example: '42' },
  })
  @ApiResponse({
    status: 200,
    description: 'The stream of new versions.',
    schema: {
      type: 'string',
      example:
        'event: version\nid: 42\ndata: {"process":"kapvergunning","stream":"process-kapvergunning","version":13,"type":"KnipDecided","actor":{"id":"werkgroep-vergunningen","name":"Fenna Hoekstra"}}\n\n',
    },
  })
  @Problems(400, 401, 429, 503)
  follow(
    @Query() { process, stream }: UpdatesQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const after = lastEventId === undefined ? undefined : this.position(lastEventId);
    const until = this.streams.begin(request, reply);
    void reply.header('X-Accel-Buffering', 'no');
    sendLines(reply, 'text/event-stream; charset=utf-8', () =>
      this.lines(process ? processStream(process) : stream || undefined, after, until),
    );
  }

  private async *lines(
    stream: string | undefined,
    position: Position | undefined,
    until: AbortSignal,
  ): AsyncGenerator<string> {
    const after = position ?? this.readModel.position();
    const pauseMs = this.settings.bounds.signOfLifeSeconds * 1000;
    // An id without data is remembered by the browser all the same: it can come back before the first event.
    yield `retry: ${RECONNECT_AFTER_MS}\n${after === undefined ? '' : `id: ${after}\n`}\n`;
    for await (const news of this.feed.follow({ stream, after, pauseMs, until }))
      yield news.length > 0 ? news.map((placed) => this.line(placed)).join('') : ': still here\n\n';
  }

  /** Made once for all who are told. */
  private line(placed: PlacedUpdate): string {
    const made =
      this.made.get(placed) ??
      `event: version\nid: ${placed.position}\ndata: ${JSON.stringify(placed.update)}\n\n`;
    this.made.set(placed, made);
    return made;
  }

  private position(text: string): Position {
    try {
      this.store.comparePositions(text, text);
      return text;
    } catch {
      throw invalidInput({ field: 'Last-Event-ID', kind: FIELDS.position });
    }
  }
}
