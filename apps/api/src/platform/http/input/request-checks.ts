import { isUtf8 } from 'node:buffer';
import accepts from '@fastify/accepts';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Bounds } from '../../environment/bounds.js';
import { assertShape } from './json-shape.js';
import { assertNoInheritedNames } from './known-names.js';
import type { Opening } from './opening.js';
import type { OpenConnections } from '../protocol/open-connections.js';
import { FIELDS } from '../problems/field.problems.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import { invalidInput, ProblemException } from '../problems/problem-exception.js';
import { anyone, read } from '../routes/actions.js';

const KIB = 1024;

const XML = /^application\/xml$|^[\w.!#$&^-]+\/[\w.!#$&^-]+\+xml$/;

/** What a request may carry: JSON, or XML as bytes where the route takes that; nothing compressed. */
export function checkRequests(server: FastifyInstance, bounds: Bounds): void {
  server.register(accepts);
  server.removeAllContentTypeParsers();
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      assertShape(body, bounds);
    } catch (error) {
      return done(error as ProblemException);
    }
    const text = utf8Text(body);
    if (text === undefined) return done(new ProblemException(HTTP_PROBLEMS.jsonEncodingWrong));
    return parseJson(request, text, done);
  });
  server.addContentTypeParser(/^[^;]+[/+]xml\s*(;|$)/i, { parseAs: 'buffer' }, (_, body, done) =>
    done(null, body),
  );

  server.addHook('onRoute', (route) => {
    route.bodyLimit = mostBytes(route, bounds);
  });

  server.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api/')) return;
    assertAnswerable(request);
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
      throw new ProblemException(HTTP_PROBLEMS.encodingUnsupported, { params: { encoding } });
    assertReadable(request);
  });

  server.addHook('preValidation', async ({ body }) => {
    if (body === undefined || body === null || Buffer.isBuffer(body)) return;
    if (typeof body !== 'object' || Array.isArray(body))
      throw invalidInput({ field: 'body', kind: FIELDS.object });
    assertNoInheritedNames(body);
  });
}

/** The address names what is written to, so that it is known before the body who may write there. */
const NAMES_ITS_SUBJECT = /\/:id(?:\/|$)/;

/** How long a body may be that a route takes: little, as long as it is not known who may send it. */
function mostBytes({ url, method, config }: RouteOptions, bounds: Bounds): number {
  const { action, maxBytes, fileBytes = 0 } = config ?? {};
  if (action === anyone) return bounds.bodyKibNotSignedIn * KIB;
  if (maxBytes !== undefined) return maxBytes;
  const isUndecided = method !== 'GET' && action !== read && !NAMES_ITS_SUBJECT.test(url);
  return isUndecided ? bounds.bodyKibUndecided * KIB : bounds.jsonKib * KIB + fileBytes;
}

/**
 * Undefined where the bytes are no UTF-8: what would be put in the place of the wrong ones would stand in the
 * log for ever.
 */
function utf8Text(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/**
 * While the service opens nobody writes, so that an interrupted loading can be told apart from somebody's
 * work.
 */
export function refuseWritesWhile(server: FastifyInstance, opening: Opening): void {
  server.addHook('onRequest', async ({ method }) => {
    if (!opening.done && method !== 'GET' && method !== 'HEAD')
      throw new ProblemException(HTTP_PROBLEMS.notCaughtUp, { headers: { 'Retry-After': '1' } });
  });
}

/**
 * When the service stops, only what is under way is answered. A connection that is one too many gets no
 * answer but that.
 */
export function refuseWhenEnding(
  server: FastifyInstance,
  connections: OpenConnections,
  bounds: Pick<Bounds, 'connections'>,
): void {
  server.addHook('onRequest', async ({ raw }) => {
    if (connections.isTooMany(raw))
      throw new ProblemException(HTTP_PROBLEMS.tooManyConnections, {
        params: { connections: bounds.connections },
        headers: { 'Retry-After': '5' },
      });
    if (connections.ending.aborted)
      throw new ProblemException(HTTP_PROBLEMS.stopping, { headers: { 'Retry-After': '5' } });
  });
  server.addHook('onSend', async ({ raw }, reply) => {
    if (connections.endsAfter(raw)) void reply.header('Connection', 'close');
  });
}

/** @throws ProblemException 415 when the body is of another kind than the route takes */
function assertReadable({ headers, method, routeOptions }: FastifyRequest): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (method === 'GET' || method === 'HEAD' || (type === undefined && !hasBody)) return;
  const { takesXml } = routeOptions.config;
  if (takesXml ? XML.test(type ?? '') : type === 'application/json') return;
  throw new ProblemException(HTTP_PROBLEMS.mediaTypeUnsupported, {
    params: { expected: takesXml ? 'application/xml (*/*+xml)' : 'application/json' },
  });
}

const LEADS_TO_JSON = /^(\*\/\*|application\/(\*|json))$/i;

/**
 * @throws ProblemException 406 when the route answers with JSON, and `Accept` (RFC 9110, 12.5.1) rules that
 * out
 */
function assertAnswerable(request: FastifyRequest): void {
  const {
    headers: { accept },
    method,
    routeOptions: { url = '', config },
  } = request;
  if (
    accept === undefined ||
    accept.trim() === '' ||
    url.includes('*') ||
    (method === 'GET' && config.answersOther)
  )
    return;
  // Without its parameters: what we send may have others, and no client means to refuse it for that.
  const ranges = request.accepts().types() as string[];
  if (!ranges.some((range) => LEADS_TO_JSON.test(range)))
    throw new ProblemException(HTTP_PROBLEMS.notAcceptable, { params: { available: 'application/json' } });
}
