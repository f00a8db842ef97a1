import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * Answers with text as it is made, no faster than the client takes it. A request for the headers alone
 * (HEAD) starts nothing.
 */
export function sendLines(
  reply: FastifyReply,
  contentType: string,
  lines: () => AsyncGenerator<string>,
): void {
  void reply
    .header('Content-Type', contentType)
    .send(reply.request.method === 'HEAD' ? '' : Readable.from(lines()));
}
