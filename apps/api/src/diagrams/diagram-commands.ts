import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { saveDiagram, type SaveDiagram } from '#domain';
import { ProcessCommand, ProcessWriter, PROCESS_ACTIONS } from '../processes/index.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import { storable } from './storable-diagram.js';
import type { Writing } from '../platform/writing/writing.js';

export class SaveDiagramCommand extends ProcessCommand<SaveDiagram> {
  static readonly action = PROCESS_ACTIONS.edit;

  /** A command that saves these bytes, kept as they are. @throws what `storable` throws */
  static async ofBytes(writing: Writing, bytes: Uint8Array, note?: string): Promise<SaveDiagramCommand> {
    return new SaveDiagramCommand(writing, {
      diagram: await storable(bytes),
      ...(note !== undefined && { note }),
    });
  }
}

@CommandHandler(SaveDiagramCommand)
export class SaveDiagramHandler implements ICommandHandler<SaveDiagramCommand> {
  constructor(private readonly writer: ProcessWriter) {}

  execute(command: SaveDiagramCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'saveDiagram', action: SaveDiagramCommand.action, resource: 'diagram' },
      command,
      saveDiagram,
    );
  }
}
