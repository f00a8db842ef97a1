import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { anyone } from '../platform/http/routes/actions.js';
import { PACKAGE_ROOT } from '../platform/environment/package-root.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const NOT_OF_THE_PAGE = /^\/(api(?!\/v1\/docs$)|assets|health|metrics)(\/|$)/;

/**
 * Serves the built page: its files by name, and `index.html` for every address that the page itself resolves.
 */
export function servePage(server: FastifyInstance, folder = join(PACKAGE_ROOT, 'dist/web')): void {
  server.get('/.well-known/security.txt', { config: { action: anyone } }, (_, reply) =>
    reply.type('text/plain; charset=utf-8').send(securityText(new Date())),
  );
  const files = new Set(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.split(sep).join('/'))
      : [],
  );
  if (!files.has('index.html')) return;
  void server.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  server.get(
    '/*',
    { config: { action: anyone } },
    async (request: FastifyRequest<{ Params: { '*': string } }>, reply) => {
      const file = request.params['*'];
      if (file.startsWith('assets/') && files.has(file)) {
        // Their names change with their content.
        return reply.header('Cache-Control', 'public, max-age=31536000, immutable').sendFile(file);
      }
      if (/\.\w+$/.test(file) && files.has(file) && file !== 'index.html')
        return reply.header('Cache-Control', 'no-cache').sendFile(file);
      return isPageAddress(request) ? reply.sendFile('index.html') : notFound(reply);
    },
  );
}

function isPageAddress({ url, headers }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '';
  return (
    !NOT_OF_THE_PAGE.test(path) && (headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept))
  );
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

/** RFC 9116. */
function securityText(now: Date): string {
  const expires = new Date(now.getTime() + YEAR_MS / 2).toISOString();
  return `Contact: mailto:knipkaart@example.org\nExpires: ${expires}\nPreferred-Languages: nl, en\n`;
}
