import type { FastifyReply } from 'fastify';
import { sortName } from '../../words/sort-name.js';

/**
 * Headers of a file to be saved, not shown (RFC 6266). XML can carry script, so a browser that opens it here
 * gets a sandbox.
 * @param file its name, one that every file system takes
 */
export function sendsFile(reply: FastifyReply, file: string, type: string): void {
  const [, name = '', ending = ''] = /^(.*)\.(\w+)$/.exec(file) ?? [];
  const plain = sortName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const encoded = encodeURIComponent(file).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  void reply.headers({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}`,
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
}
