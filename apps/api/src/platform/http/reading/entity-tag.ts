import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * A proxy that compresses adds this to a tag (RFC 9110, 8.8.3.3), and does not take it off when the tag comes
 * back.
 */
const COMPRESSED = /-(?:gzip|br|zstd|deflate)$/;
/** Long enough (128 bits) that two different answers never get the same tag by chance. */
const DIGEST_DIGITS = 32;

/**
 * The version that the inside of an entity tag names: that of a write is `n`, that of an answer `n.d`.
 * Undefined when this service did not make the tag.
 */
export function versionInTag(tag: string): number | undefined {
  const digits = /^([1-9]\d{0,14})(?:\.[\w-]+)?$/.exec(tag.replace(COMPRESSED, ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Puts into the `ETag` of an answer the version in which its subject last changed. */
export function lastChangedIn(version: number, reply: FastifyReply): void {
  void reply.header('ETag', `"${version}"`);
}

/**
 * Completes the tags of the routes that have one (`KnownByTag`): behind the version stands a digest of the
 * whole answer, since that says more than what was decided, such as what the person may do. What the sender
 * has already (`If-None-Match`) is not sent again.
 */
export function completeTags(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (!request.routeOptions.config.hasTag || reply.statusCode !== 200 || !isWhole) return payload;
    const version = versionInTag(String(reply.getHeader('ETag')).replaceAll('"', ''));
    const tag = `${version}.${digestOf(payload)}`;
    void reply.header('ETag', `"${tag}"`);
    if (!has(request, tag)) return payload;
    reply.removeHeader('Content-Type');
    void reply.status(304);
    // The framework answers HEAD from this payload too, and cannot measure null.
    return request.method === 'HEAD' ? '' : null;
  });
}

/** Bytes that are sent again are digested once. */
const digests = new WeakMap<Buffer, string>();

function digestOf(payload: string | Buffer): string {
  if (typeof payload === 'string') return digested(payload);
  const digest = digests.get(payload) ?? digested(payload);
  digests.set(payload, digest);
  return digest;
}

const digested = (payload: string | Buffer): string =>
  createHash('sha256').update(payload).digest('hex').slice(0, DIGEST_DIGITS);

/** Whether the sender has the answer with this tag, also if a proxy on the way weakened or compressed it. */
function has({ headers }: FastifyRequest, tag: string): boolean {
  const known = headers['if-none-match']?.split(',').map((each) => each.trim()) ?? [];
  return known.some(
    (each) => each === '*' || /^(?:W\/)?"(.*)"$/.exec(each)?.[1]?.replace(COMPRESSED, '') === tag,
  );
}
