import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * A proxy that compresses adds this to a tag (RFC 9110, 8.8.3.3), and does not take it off when the tag comes
 * back.
 */
const COMPRESSED = /-(?:gzip|br|zstd|deflate)$/;

/** The version that the inside of an entity tag names; undefined when this service did not make the tag. */
export function versionInTag(tag: string): number | undefined {
  const digits = tag.replace(COMPRESSED, '');
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : undefined;
}

/**
 * Sets the `ETag` of an answer: the version in which what it shows last changed.
 * @returns whether the sender has it already (`If-None-Match`); a tag that a compressing proxy changed counts
 * as the tag
 */
export function isKnown(version: number, request: FastifyRequest, reply: FastifyReply): boolean {
  void reply.header('ETag', `"${version}"`);
  const known = request.headers['if-none-match'];
  const tags = known?.split(',').map((tag) => tag.trim()) ?? [];
  return tags.some((tag) => tag === '*' || versionInTag(/^(?:W\/)?"(.*)"$/.exec(tag)?.[1] ?? '') === version);
}
