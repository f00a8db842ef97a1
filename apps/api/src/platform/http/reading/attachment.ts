import type { FastifyReply } from 'fastify';
import { sortName } from '../../words/sort-name.js';

/**
 * Headers of a file to be saved, not shown. XML can carry script, so a browser that opens it here gets a
 * sandbox.
 * @param name without extension; what file systems do not like, or what turns a name around on the screen, is
 * replaced
 */
export function sendsFile(reply: FastifyReply, name: string, extension: string, type: string): void {
  const readable =
    name
      .replace(/[\p{Cc}\p{Bidi_Control}\\/:*?"<>|]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'proces';
  const plain =
    sortName(readable)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'proces';
  const encoded = encodeURIComponent(`${readable}.${extension}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  void reply.headers({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${plain}.${extension}"; filename*=UTF-8''${encoded}`,
    'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
}
