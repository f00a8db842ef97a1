import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { saveDiagram, type IdsAnswer, type SaveDiagram } from '#domain';
import { ProcessCommand, ProcessWriter, PROCESS_ACTIONS } from '../processes/index.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import { HeldIds } from './held-ids.js';
import { storable } from './storable-diagram.js';
import type { DiagramWork } from './work/diagram-work.js';
import type { Writing } from '../platform/writing/writing.js';

export class SaveDiagramCommand extends ProcessCommand<SaveDiagram> {
  static readonly action = PROCESS_ACTIONS.edit;

  /** A command that saves these bytes, kept as they are. @throws what `storable` throws */
  static async ofBytes(
    writing: Writing,
    bytes: Uint8Array,
    work: DiagramWork,
    { note, ids }: { note?: string | undefined; ids?: IdsAnswer | undefined } = {},
  ): Promise<SaveDiagramCommand> {
    return new SaveDiagramCommand(writing, {
      diagram: await storable(bytes, work),
      ...(note !== undefined && { note }),
      ...(ids !== undefined && { ids }),
    });
  }
}

@CommandHandler(SaveDiagramCommand)
export class SaveDiagramHandler implements ICommandHandler<SaveDiagramCommand> {
  constructor(
    private readonly writer: ProcessWriter,
    private readonly held: HeldIds,
  ) {}

  execute(command: SaveDiagramCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'saveDiagram', action: SaveDiagramCommand.action, resource: 'diagram' },
      command,
      async (state, said) => {
        // A command that is refused anyway, or changes nothing, needs no check of ids.
        if (saveDiagram(state, said).length === 0) return [];
        return saveDiagram(state, said, await this.held.against(said.process, state, said.diagram));
      },
    );
  }
}
