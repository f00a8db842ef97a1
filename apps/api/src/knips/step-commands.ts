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
import { DiagramInForce, ProcessCommand, PROCESS_ACTIONS } from '../processes/index.js';
import { ElementWriter } from './element-writer.js';
import type { WriteResult } from '../platform/writing/write-result.js';

/* Commands on what is known of a step: channels, data, what law binds. */

export class PrioritiseChannelsCommand extends ProcessCommand<PrioritiseChannels> {
  static readonly action = PROCESS_ACTIONS.edit;
}

@CommandHandler(PrioritiseChannelsCommand)
export class PrioritiseChannelsHandler implements ICommandHandler<PrioritiseChannelsCommand> {
  constructor(
    private readonly writer: ElementWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: PrioritiseChannelsCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'prioritiseChannels', action: PrioritiseChannelsCommand.action },
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

export class RecordDataRequestsCommand extends ProcessCommand<RecordDataRequests> {
  static readonly action = PROCESS_ACTIONS.edit;
}

@CommandHandler(RecordDataRequestsCommand)
export class RecordDataRequestsHandler implements ICommandHandler<RecordDataRequestsCommand> {
  constructor(
    private readonly writer: ElementWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: RecordDataRequestsCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'recordDataRequests', action: RecordDataRequestsCommand.action },
      command,
      async (state, said) => recordDataRequests(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}

export class BindStepCommand extends ProcessCommand<BindStep> {
  static readonly action = PROCESS_ACTIONS.bind;
}

@CommandHandler(BindStepCommand)
export class BindStepHandler implements ICommandHandler<BindStepCommand> {
  constructor(
    private readonly writer: ElementWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: BindStepCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'bindStep', action: BindStepCommand.action },
      command,
      async (state, said) => bindStep(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}

export class LiftBindingCommand extends ProcessCommand<LiftBinding> {
  static readonly action = PROCESS_ACTIONS.bind;
}

@CommandHandler(LiftBindingCommand)
export class LiftBindingHandler implements ICommandHandler<LiftBindingCommand> {
  constructor(
    private readonly writer: ElementWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: LiftBindingCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'liftBinding', action: LiftBindingCommand.action },
      command,
      async (state, said) => liftBinding(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}
