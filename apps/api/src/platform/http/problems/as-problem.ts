import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { MAX_DIAGRAM_BYTES } from '#bpmn';
import { Refusal, type RefusalCode } from '#domain';
import {
  CommandReused,
  EventTooLarge,
  IllFormedText,
  LogFull,
  LogUnreachable,
  StreamContended,
} from '#event-store';
import { NotCaughtUp } from '../../projections/read-model.js';
import { MAX_JSON_BYTES } from '../limits.js';
import { DiagramRefused, FilesRefused } from './diagram-refused.js';
import { ProblemException } from './problem-exception.js';
import { languageOf } from './words.js';

const RETRY_SOON = { 'Retry-After': '1' };

/** What the sentence about an error depends on. */
type Asked = Pick<FastifyRequest, 'headers' | 'url'>;

/** Which problem an error is; `internal` for whatever nobody foresaw. */
export function asProblem(error: unknown, request: Asked): ProblemException {
  if (error instanceof ProblemException) return error;
  // The domain's codes are problem codes as well: the compiler misses the sentence of one that has none.
  if (error instanceof Refusal) {
    const { code, params }: Refusal<RefusalCode> = error;
    return new ProblemException(code, { params });
  }
  if (error instanceof NotCaughtUp) return new ProblemException('notCaughtUp', { headers: RETRY_SOON });
  if (error instanceof DiagramRefused || error instanceof FilesRefused)
    return error.asProblem(languageOf(request.headers['accept-language']));
  if (error instanceof LogFull) return new ProblemException('logFull', { headers: { 'Retry-After': '60' } });
  if (error instanceof LogUnreachable)
    return new ProblemException('logUnreachable', { headers: { 'Retry-After': '5' } });
  if (error instanceof CommandReused) return new ProblemException('keyReused');
  if (error instanceof StreamContended) return new ProblemException('busy', { headers: RETRY_SOON });
  if (error instanceof IllFormedText) return new ProblemException('requestInvalid');
  if (error instanceof EventTooLarge)
    return new ProblemException('diagramTooLarge', { params: { limit: Math.floor(error.limit / 1024) } });
  if (error instanceof HttpException) return ofStatus(error.getStatus(), error.cause, request);
  return ofStatus((error as { statusCode?: number } | null)?.statusCode ?? 500, error, request);
}

/** What the server framework refuses by itself, by its status. */
function ofStatus(status: number, cause: unknown, request: Asked): ProblemException {
  const code = (cause as { code?: string } | undefined)?.code;
  switch (status) {
    case 400:
      if (code?.includes('JSON') || cause instanceof SyntaxError) return new ProblemException('jsonInvalid');
      return new ProblemException(code === 'FST_ERR_BAD_URL' ? 'urlInvalid' : 'requestInvalid');
    case 404:
      return new ProblemException('routeUnknown', { params: { path: request.url.split('?')[0] ?? '' } });
    case 413:
      return new ProblemException('bodyTooLarge', {
        params: { diagram: MAX_DIAGRAM_BYTES / 1024 / 1024, json: MAX_JSON_BYTES / 1024 },
      });
    case 414:
      return new ProblemException('urlTooLong');
    case 415:
      return new ProblemException('mediaTypeUnsupported', { params: { expected: 'application/json' } });
    default:
      return new ProblemException('internal');
  }
}
