import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { KnownRoutes } from './known-routes.js';
import { logError } from '../../console/log-line.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import { KnownErrors } from '../problems/known-errors.js';
import { ProblemException } from '../problems/problem-exception.js';
import { sendProblem } from '../problems/send-problem.js';

/** Every error leaves the service here, as `application/problem+json` in the language asked for. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: KnownRoutes,
    private readonly errors: KnownErrors,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.withMethods(this.errors.asProblem(error, request), request);
    if (problem.kind === HTTP_PROBLEMS.internal)
      logError('unexpected error', error, { method: request.method, path: request.url.split('?')[0] });
    // A stream that has begun can only be broken off.
    if (reply.raw.headersSent) return void reply.raw.destroy();
    sendProblem(problem, request, reply);
  }

  /** An address that exists for other methods is 405, not 404. */
  private withMethods(problem: ProblemException, request: FastifyRequest): ProblemException {
    if (problem.kind !== HTTP_PROBLEMS.routeUnknown) return problem;
    const methods = this.routes.methodsAt(request.url.split('?')[0] ?? '').join(', ');
    if (!methods) return problem;
    return new ProblemException(HTTP_PROBLEMS.methodNotAllowed, {
      params: { method: request.method, methods },
      headers: { Allow: methods },
    });
  }
}
