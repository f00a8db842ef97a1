import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Sets the `ETag` of an answer: the version in which what it shows last changed.
 * @returns whether the sender has it already (`If-None-Match`); a weakened tag counts as the tag
 */
export function isKnown(version: number, request: FastifyRequest, reply: FastifyReply): boolean {
  void reply.header('ETag', `"${version}"`);
  const known = request.headers['if-none-match'];
  return known !== undefined && known.split(',').some((tag) => [`"${version}"`, '*'].includes(tag.trim().replace(/^W\//, '')));
}
