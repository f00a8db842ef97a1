import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import type { StoredDiagram } from '#domain';

/** No diagram is larger as sent (design, "The log"), so nothing that unpacks to more was stored by us. */
const LARGEST_DIAGRAM_BYTES = 6 * 1024 * 1024;

/**
 * The bytes of a diagram as they were sent.
 * @throws Error when they cannot be unpacked or are not those of the digest
 */
export function diagramBytes(diagram: StoredDiagram): Buffer {
  const bytes = brotliDecompressSync(Buffer.from(diagram.bytes, 'base64'), { maxOutputLength: LARGEST_DIAGRAM_BYTES });
  if (createHash('sha256').update(bytes).digest('hex') !== diagram.digest) throw new Error('The bytes of the diagram are not those of its digest.');
  return bytes;
}
