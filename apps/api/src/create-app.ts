import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { assertEveryRouteListed } from './platform/http/access/access-table.js';
import { AppModule, type Opened } from './app.module.js';
import { ApiDescription } from './platform/http/docs/open-api.js';
import { Metrics } from './health/metrics.js';
import { servePage } from './page/page-files.js';
import { addSecurityHeaders, setSecurityHeaders } from './platform/http/security-headers.js';
import { asProblem } from './platform/http/problems/as-problem.js';
import { answerBrokenRequest } from './platform/http/problems/broken-request.js';
import { ProblemFilter } from './platform/http/problems/problem.filter.js';
import { sendProblem } from './platform/http/problems/send-problem.js';
import { KnownRoutes } from './platform/http/known-routes.js';
import { MAX_HEADER_BYTES, MAX_PARAM_LENGTH } from './platform/http/limits.js';
import { checkRequests, refuseWritesWhile } from './platform/http/request-checks.js';

/**
 * The service on what was opened for it, ready to listen.
 * @throws Error when a route is not in the access table
 */
export async function createApp(opened: Opened): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    clientErrorHandler: answerBrokenRequest,
    // A proxy may send the address whole (RFC 9112, 3.2.2); what holds for a path must hold for that too.
    rewriteUrl: ({ url = '/' }) => url.replace(/^https?:\/\/[^/?#]*\/?/i, '/'),
    // The router refuses these before any hook runs.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(reply.raw, request.url);
      sendProblem(asProblem(error, request), request, reply);
    },
  });
  const server = adapter.getInstance();
  const routes = new KnownRoutes();
  routes.watch(server);
  addSecurityHeaders(server);
  refuseWritesWhile(server, opened.opening);
  checkRequests(server);
  await server.register(fastifyCookie);
  await servePage(server);

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(opened), adapter, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/{*path}', 'metrics'] });
  app.get(Metrics).watch(server);
  app.useGlobalFilters(new ProblemFilter(routes));
  await app.init();
  await server.ready();
  assertEveryRouteListed(routes.keys());
  app.get(ApiDescription).describe(app);
  return app;
}
