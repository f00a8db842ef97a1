import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { USUAL_BOUNDS, type Bounds } from '../../environment/bounds.js';
import { HTTP_PROBLEMS } from './http.problems.js';
import { ProblemException } from './problem-exception.js';
import type { Texts } from './problem-kind.js';

/** The problem that an error of one part is answered with; undefined for errors of other parts. */
export type AsProblem = (error: unknown) => ProblemException | undefined;

/** Which problem an error becomes. Each part of the service registers how its own errors are answered. */
export class KnownErrors {
  private readonly parts: AsProblem[] = [];
  private readonly limits: Texts[] = [];

  constructor(private readonly bounds: Pick<Bounds, 'jsonKib'> = USUAL_BOUNDS) {}

  register(...parts: AsProblem[]): void {
    this.parts.push(...parts);
  }

  /** Adds how large something may be that a feature takes, to the sentence about what is too large. */
  addLimit(limit: Texts): void {
    this.limits.push(limit);
  }

  /** The problem of any error; `internal` for one that no part knows. */
  asProblem(
    error: unknown,
    { url, routeOptions }: Pick<FastifyRequest, 'url'> & Partial<Pick<FastifyRequest, 'routeOptions'>>,
  ): ProblemException {
    if (error instanceof ProblemException) return error;
    for (const asProblem of this.parts) {
      const problem = asProblem(error);
      if (problem) return problem;
    }
    const status =
      error instanceof HttpException
        ? error.getStatus()
        : ((error as { statusCode?: number } | null)?.statusCode ?? 500);
    if (status === 413) return this.bodyTooLarge(routeOptions?.bodyLimit);
    return ofStatus(status, error instanceof HttpException ? error.cause : error, url);
  }

  private bodyTooLarge(bytesHere = Infinity): ProblemException {
    const json = this.bounds.jsonKib;
    if (bytesHere < json * 1024)
      return new ProblemException(HTTP_PROBLEMS.bodyTooLargeHere, { params: { kib: bytesHere / 1024 } });
    return bodyTooLarge(this.limits, json);
  }
}

/** 413, with how large what features take may be, before what holds for any other input. */
export function bodyTooLarge(limits: readonly Texts[], json = USUAL_BOUNDS.jsonKib): ProblemException {
  const joined = (language: keyof Texts) => limits.map((limit) => `${limit[language]}, `).join('');
  return new ProblemException(HTTP_PROBLEMS.bodyTooLarge, {
    params: { limits: { nl: joined('nl'), en: joined('en') }, json },
  });
}

/** 404 for an address at which nothing is. */
export const routeUnknown = (url: string): ProblemException =>
  new ProblemException(HTTP_PROBLEMS.routeUnknown, { params: { path: url.split('?')[0] ?? '' } });

/** What the server framework refuses by itself, by its status. */
function ofStatus(status: number, cause: unknown, url: string): ProblemException {
  const code = (cause as { code?: string } | undefined)?.code;
  switch (status) {
    case 400:
      if (code?.includes('JSON') || cause instanceof SyntaxError)
        return new ProblemException(HTTP_PROBLEMS.jsonInvalid);
      return new ProblemException(
        code === 'FST_ERR_BAD_URL' ? HTTP_PROBLEMS.urlInvalid : HTTP_PROBLEMS.requestInvalid,
      );
    case 404:
      return routeUnknown(url);
    case 414:
      return new ProblemException(HTTP_PROBLEMS.urlTooLong);
    case 415:
      return new ProblemException(HTTP_PROBLEMS.mediaTypeUnsupported, {
        params: { expected: 'application/json' },
      });
    default:
      return new ProblemException(HTTP_PROBLEMS.internal);
  }
}
