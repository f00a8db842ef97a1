import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { MAX_COMPRESSED_BYTES, readDiagram } from '#bpmn';
import { saveDiagram, type SaveDiagram, type StoredDiagram } from '#domain';
import { ProblemException } from '../problems/problem-exception.js';
import { DiagramRefused } from '../problems/diagram-refused.js';
import { ProcessCommand, type WriteResult } from './process-command.js';
import { ProcessWriter } from './process-writer.js';
import type { Writing } from './writing.js';

const compress = promisify(brotliCompress);

export class SaveDiagramCommand extends ProcessCommand<SaveDiagram> {
  /**
   * A command that saves these bytes, kept as they are.
   * @throws DiagramRefused when they are no BPMN that can be worked with
   * @throws ProblemException 413 when they are too large after compression
   */
  static async ofBytes(writing: Writing, bytes: Uint8Array, note?: string): Promise<SaveDiagramCommand> {
    const reading = readDiagram(bytes);
    if (!reading.ok) throw new DiagramRefused(reading.problems);
    return new SaveDiagramCommand(writing, { diagram: await stored(bytes), ...(note !== undefined && { note }) });
  }
}

@CommandHandler(SaveDiagramCommand)
export class SaveDiagramHandler implements ICommandHandler<SaveDiagramCommand> {
  constructor(private readonly writer: ProcessWriter) {}

  execute(command: SaveDiagramCommand): Promise<WriteResult> {
    return this.writer.write({ name: 'saveDiagram', action: 'edit', resource: 'diagram' }, command, saveDiagram);
  }
}

/** The bytes as events carry them. */
async function stored(bytes: Uint8Array): Promise<StoredDiagram> {
  const compressed = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  if (compressed.length > MAX_COMPRESSED_BYTES) throw new ProblemException('diagramTooLarge', { params: { limit: MAX_COMPRESSED_BYTES / 1024 } });
  return { digest: createHash('sha256').update(bytes).digest('hex'), encoding: 'br', bytes: compressed.toString('base64') };
}
