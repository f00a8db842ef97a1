import { Controller, Get, Inject, Query, Res, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isShapedForeign, type EventStore, type Position } from '#event-store';
import type { Action } from '../platform/http/routes/actions.js';
import { Problems } from '../platform/http/docs/answers.js';
import { SeesPosition } from '../platform/http/reading/documented-parameters.js';
import { AnswersOther, Does } from '../platform/http/routes/route-says.js';
import { SeenPositionInterceptor } from '../platform/projections/following/seen-position.interceptor.js';
import { sendLines } from '../platform/http/reading/send-lines.js';
import { LogQuery } from './log-query.dto.js';
import { LogProbe } from '../platform/log/log-probe.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';

const PAGE = 200;
const readLog: Action = { name: 'readLog', personas: ['auditor', 'beheerder'] };

@ApiTags('Log')
@SeesPosition()
@UseInterceptors(SeenPositionInterceptor)
@Controller('events')
export class LogController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly probe: LogProbe,
  ) {}

  @Get()
  @Does(readLog)
  @AnswersOther()
  @ApiOperation({
    summary: 'The log in order, as it is stored, for auditors',
    description:
      'One event (gebeurtenis) a line, with `position`, `stream`, `version`, `type`, `data` and `metadata`; the hash of each is made of these (docs). Ends with the event that was the newest when the answer began.',
  })
  @ApiProduces('application/x-ndjson')
  @ApiResponse({
    status: 200,
    description: 'Events, one JSON object a line.',
    schema: {
      type: 'string',
      example:
        '{"position":"1","stream":"process-kapvergunning","version":1,"type":"ProcessRegistered","data":{"name":"Kapvergunning","domain":"vergunningen"},"metadata":{}}\n',
    },
    headers: {
      'Log-Position': {
        description: 'Where the log ended when the answer began.',
        schema: { type: 'string', example: '42' },
      },
    },
  })
  @Problems(400, 401, 403, 503)
  async read(@Query() { after, limit = Infinity }: LogQuery, @Res() reply: FastifyReply): Promise<void> {
    const end = await this.probe.whileAnswering(this.store.lastPosition());
    if (end !== undefined) void reply.header('Log-Position', end);
    sendLines(reply, 'application/x-ndjson; charset=utf-8', () => this.lines(after, end, limit));
  }

  /** A page is read only when the one before has been taken. */
  private async *lines(
    after: Position | undefined,
    end: Position | undefined,
    limit: number,
  ): AsyncGenerator<string> {
    let left = limit;
    for (let begin = after; end !== undefined && left > 0; ) {
      const page = await this.store.readAll(begin, Math.min(PAGE, left));
      for (const event of page) {
        if (this.store.comparePositions(event.position, end) > 0) return;
        if (isShapedForeign(event)) continue;
        const { position, stream, version, type, data, metadata } = event;
        left -= 1;
        yield `${JSON.stringify({ position, stream, version, type, data, metadata })}\n`;
      }
      begin = page.at(-1)?.position;
      if (begin === undefined) return;
    }
  }
}
