import { Injectable } from '@nestjs/common';
import { SeenElements } from '../diagrams/index.js';
import { ProcessWriter, type ProcessCommand } from '../processes/index.js';
import type { WriteResult } from '../platform/writing/write-result.js';

/** What a decision on a step or a flow says of it; neither where it is about the whole process. */
interface OnElement {
  elementId?: string;
  flowId?: string;
}

/** Writes decisions on the step or flow that the person saw, not on another one that has its id since. */
@Injectable()
export class ElementWriter {
  constructor(
    private readonly writer: ProcessWriter,
    private readonly seen: SeenElements,
  ) {}

  write<C extends OnElement>(
    kind: Parameters<ProcessWriter['write']>[0],
    command: ProcessCommand<C, WriteResult>,
    decide: Parameters<typeof this.writer.write<C>>[2],
  ): Promise<WriteResult> {
    const { elementId, flowId } = command.content;
    const id = elementId ?? flowId;
    return this.writer.write(kind, command, async (state, said) => {
      const decided = await decide(state, said);
      if (id !== undefined) await this.seen.assertSame(state, said, id);
      return decided;
    });
  }
}
