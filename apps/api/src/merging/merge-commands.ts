import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MergedAnswer } from './merge.answer.js';
import {
  diagramToMergeWith,
  mergeDiagram,
  standing,
  type IdsAnswer,
  type MergeChoice,
  type OnProcess,
  type ProcessEvent,
  type ProcessState,
  type StoredDiagram,
} from '#domain';
import {
  diagramText,
  DiagramWork,
  EarlierStates,
  HeldIds,
  storable,
  StoredDiagrams,
} from '../diagrams/index.js';
import { diagramBytes } from '../process-facts/index.js';
import { ProcessCommand, ProcessWriter, PROCESS_ACTIONS } from '../processes/index.js';
import { Settings } from '../platform/environment/settings.js';
import { withRoom } from '../platform/http/reading/answer-room.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import type { Writing } from '../platform/writing/writing.js';
import { mergedDiagram } from './merged-diagram.js';

/** A diagram somebody made on the version `base`, to be brought together with what was saved since. */
interface MergeMine extends OnProcess {
  base: number;
  diagram: StoredDiagram;
  choices: MergeChoice[];
  note?: string;
  ids?: IdsAnswer;
}

type MergeResult = WriteResult & MergedAnswer;

export class MergeDiagramCommand extends ProcessCommand<MergeMine, MergeResult> {
  static readonly action = PROCESS_ACTIONS.edit;

  /** A command that merges these bytes. @throws what `storable` throws */
  static async ofBytes(
    writing: Writing,
    bytes: Uint8Array,
    work: DiagramWork,
    said: Omit<MergeMine, 'process' | 'seen' | 'diagram'>,
  ): Promise<MergeDiagramCommand> {
    return new MergeDiagramCommand(writing, { ...said, diagram: await storable(bytes, work) });
  }
}

@CommandHandler(MergeDiagramCommand)
export class MergeDiagramHandler implements ICommandHandler<MergeDiagramCommand> {
  constructor(
    private readonly writer: ProcessWriter,
    private readonly diagrams: StoredDiagrams,
    private readonly earlier: EarlierStates,
    private readonly work: DiagramWork,
    private readonly held: HeldIds,
    private readonly settings: Settings,
  ) {}

  async execute(command: MergeDiagramCommand): Promise<MergeResult> {
    const kind = { name: 'mergeDiagram', action: MergeDiagramCommand.action, resource: 'diagram' } as const;
    // Made again whenever somebody saved in between, so that nothing is ever overwritten by what was merged
    // with something older.
    const written = await this.writer.write(kind, command, (state, said) => this.decide(state, said));
    return { ...written, ...(await this.told(command, written)) };
  }

  private async decide(state: ProcessState, said: MergeMine): Promise<ProcessEvent[]> {
    const { process, base, diagram, choices, note, ids } = said;
    const mine = { ...said, mine: diagram };
    const inForce = diagramToMergeWith(state, mine);
    if (inForce?.digest === diagram.digest) return [];
    const made = await this.diagrams.of(process, await this.earlier.of(process, base));
    const theirs = await this.diagrams.of(process, state);
    const sent = { base: made, mine: { diagram, bytes: diagramBytes(diagram) }, choices };
    const result = await mergedDiagram(this.work, sent, theirs, standing(state, 'name')?.name ?? process);
    if (!result) return [];
    const merge = {
      ...mine,
      result,
      mergedWith: theirs.version,
      choices,
      ...(note !== undefined && { note }),
      ...(ids !== undefined && { ids }),
    };
    return mergeDiagram(state, merge, await this.held.against(process, state, result));
  }

  /** Read from what was recorded, so that a repeated request is answered as the first time. */
  private async told(
    { content: { base, diagram } }: MergeDiagramCommand,
    { id, version, recorded }: WriteResult,
  ): Promise<Omit<MergedAnswer, 'id' | 'version'>> {
    // Decisions that followed their steps come after the diagram.
    const saved = standing(await this.earlier.of(id, version), 'diagram')!;
    const result = await this.diagrams.savedBy(id, saved.version);
    const [mine, now] = [diagram, result.diagram].map((stored) => diagramText(diagramBytes(stored)));
    const { changes, left: more = 0 } =
      diagram.digest === result.diagram.digest ? { changes: [] } : await this.work.do('compare', mine!, now!);
    const { told, left } = withRoom(changes, this.settings.bounds);
    return {
      base,
      mergedWith: (recorded ? result.mergedWith : undefined) ?? version,
      cameAlong: told,
      ...(left + more > 0 && { cameAlongLeft: left + more }),
    };
  }
}
