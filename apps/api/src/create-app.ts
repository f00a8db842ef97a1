import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { useContainer } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { Access } from './platform/http/access/access.js';
import { ApiDescription } from './platform/http/docs/open-api.js';
import { addSecurityHeaders, setSecurityHeaders } from './platform/http/protocol/security-headers.js';
import { KnownErrors } from './platform/http/problems/known-errors.js';
import { answerBrokenRequest } from './platform/http/problems/broken-request.js';
import { sendProblem } from './platform/http/problems/send-problem.js';
import { KnownRoutes } from './platform/http/routes/known-routes.js';
import { rememberAsking } from './platform/http/protocol/asking.js';
import { OpenConnections } from './platform/http/protocol/open-connections.js';
import { boundHeldBodies } from './platform/http/input/held-bodies.js';
import { MAX_PARAM_LENGTH } from './platform/http/protocol/limits.js';
import { PositionRule } from './platform/log/position-rule.js';
import { checkRequests, refuseWhenEnding, refuseWritesWhile } from './platform/http/input/request-checks.js';
import { boundAnswers } from './platform/http/reading/answer-room.js';
import { completeTags } from './platform/http/reading/entity-tag.js';
import type { Opened } from './platform/platform.module.js';

/** How often late requests are looked for. */
const CHECKED_EVERY_MS = 1_000;

/**
 * The service on what was opened for it, ready to listen.
 * @throws Error when a route does not say who may call it
 */
export async function createApp(opened: Opened): Promise<NestFastifyApplication> {
  const { bounds } = opened.settings;
  const errors = new KnownErrors(bounds);
  const adapter = new FastifyAdapter({
    http: {
      maxHeaderSize: bounds.headKib * 1024,
      headersTimeout: Math.min(bounds.headSeconds, bounds.requestSeconds) * 1000,
      connectionsCheckingInterval: CHECKED_EVERY_MS,
    },
    // Where there is a proxy, it knows the address of a client; it can only be on this machine.
    trustProxy: opened.settings.publicUrl ? 'loopback' : false,
    requestTimeout: bounds.requestSeconds * 1000,
    connectionTimeout: bounds.silentSeconds * 1000,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket) =>
      answerBrokenRequest(error, socket, connections.underWay(socket), bounds),
    // A proxy may send the address whole (RFC 9112, 3.2.2); what holds for a path must hold for that too.
    rewriteUrl: ({ url = '/' }) => url.replace(/^https?:\/\/[^/?#]*\/?/i, '/'),
    // The router refuses these before any hook runs.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(reply.raw, request.url);
      sendProblem(errors.asProblem(error, request), request, reply);
    },
  });
  const server = adapter.getInstance();
  const routes = new KnownRoutes();
  routes.watch(server);
  addSecurityHeaders(server);
  const connections = new OpenConnections(server.server, bounds);
  refuseWhenEnding(server, connections, bounds);
  refuseWritesWhile(server, opened.opening);
  const access = new Access(opened.settings);
  access.guard(server, connections);
  checkRequests(server, bounds);
  boundHeldBodies(server, bounds);
  boundAnswers(server, bounds);
  rememberAsking(server);
  completeTags(server);

  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.over(opened, { access, routes, errors, connections }),
    adapter,
    {
      bodyParser: false,
      logger: false,
      abortOnError: false,
    },
  );
  app.setGlobalPrefix('api/v1', { exclude: ['health/{*path}', 'metrics'] });
  useContainer(
    { get: (part) => (part === PositionRule ? app.get(PositionRule) : undefined) as never },
    { fallback: true },
  );
  await app.init();
  await server.ready();
  app.get(ApiDescription).describes(app, routes.accessRows(), async () => {
    const { default: metadata } = await import('./metadata.js');
    await SwaggerModule.loadPluginMetadata(metadata);
  });
  return app;
}
