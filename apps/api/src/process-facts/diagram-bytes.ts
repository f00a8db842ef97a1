import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { MAX_DIAGRAM_BYTES } from '#bpmn';
import type { StoredDiagram } from '#domain';

/**
 * The bytes of a diagram as they were sent.
 * @throws Error when they cannot be unpacked or are not those of the digest
 */
export function diagramBytes(diagram: StoredDiagram): Buffer {
  // No stored diagram unpacks to more.
  const bytes = brotliDecompressSync(Buffer.from(diagram.bytes, 'base64'), {
    maxOutputLength: MAX_DIAGRAM_BYTES,
  });
  if (createHash('sha256').update(bytes).digest('hex') !== diagram.digest)
    throw new Error('The bytes of the diagram are not those of its digest.');
  return bytes;
}
