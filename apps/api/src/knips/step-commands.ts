import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  prioritiseChannels,
  recordDataRequests,
  bindStep,
  liftBinding,
  type PrioritiseChannels,
  type RecordDataRequests,
  type BindStep,
  type LiftBinding,
} from '#domain';
import { DiagramInForce, ProcessCommand, ProcessWriter } from '../processes/index.js';
import type { WriteResult } from '../platform/writing/write-result.js';

/* Commands on what is known of a step: channels, data, what law binds. */

export class PrioritiseChannelsCommand extends ProcessCommand<PrioritiseChannels> {}

@CommandHandler(PrioritiseChannelsCommand)
export class PrioritiseChannelsHandler implements ICommandHandler<PrioritiseChannelsCommand> {
  constructor(
    private readonly writer: ProcessWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: PrioritiseChannelsCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'prioritiseChannels', action: 'edit', resource: 'channels' },
      command,
      async (state, said) =>
        prioritiseChannels(
          state,
          said,
          said.elementId === undefined ? 'present' : await this.diagram.step(state, said.elementId),
        ),
    );
  }
}

export class RecordDataRequestsCommand extends ProcessCommand<RecordDataRequests> {}

@CommandHandler(RecordDataRequestsCommand)
export class RecordDataRequestsHandler implements ICommandHandler<RecordDataRequestsCommand> {
  constructor(
    private readonly writer: ProcessWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: RecordDataRequestsCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'recordDataRequests', action: 'edit', resource: 'dataRequests' },
      command,
      async (state, said) => recordDataRequests(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}

export class BindStepCommand extends ProcessCommand<BindStep> {}

@CommandHandler(BindStepCommand)
export class BindStepHandler implements ICommandHandler<BindStepCommand> {
  constructor(
    private readonly writer: ProcessWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: BindStepCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'bindStep', action: 'bind', resource: 'binding' },
      command,
      async (state, said) => bindStep(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}

export class LiftBindingCommand extends ProcessCommand<LiftBinding> {}

@CommandHandler(LiftBindingCommand)
export class LiftBindingHandler implements ICommandHandler<LiftBindingCommand> {
  constructor(
    private readonly writer: ProcessWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: LiftBindingCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'liftBinding', action: 'bind', resource: 'binding' },
      command,
      async (state, said) => liftBinding(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}
