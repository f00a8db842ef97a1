import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { MAX_COMPRESSED_BYTES } from '#bpmn';
import type { StoredDiagram } from '#domain';
import { OUTLINES_AHEAD } from '../process-facts/index.js';
import type { DiagramWork } from './work/diagram-work.js';
import { diagramRefused, diagramTooLarge } from './diagram.problems.js';

const compress = promisify(brotliCompress);

/**
 * The bytes of a diagram as events carry them, once they were checked.
 * @throws ProblemException 400 when they are no BPMN that can be worked with, 413 when they are too large
 * after compression, and what `DiagramWork` throws
 */
export async function storable(bytes: Uint8Array, work: DiagramWork): Promise<StoredDiagram> {
  const check = await work.do('checked', bytes);
  if ('problems' in check) throw diagramRefused(check.problems);
  const compressed = await compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  if (compressed.length > MAX_COMPRESSED_BYTES) throw diagramTooLarge(MAX_COMPRESSED_BYTES / 1024);
  const digest = createHash('sha256').update(bytes).digest('hex');
  OUTLINES_AHEAD.keep(digest, check.outline);
  return {
    digest,
    encoding: 'br',
    bytes: compressed.toString('base64'),
  };
}
