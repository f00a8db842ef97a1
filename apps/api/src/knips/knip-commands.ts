import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  decideKnip,
  withdrawKnip,
  agreeHandover,
  type DecideKnip,
  type WithdrawKnip,
  type AgreeHandover,
} from '#domain';
import { DiagramInForce, ProcessCommand, PROCESS_ACTIONS } from '../processes/index.js';
import { ElementWriter } from './element-writer.js';
import type { WriteResult } from '../platform/writing/write-result.js';

/* Commands on the knip of a step, and on the hand-over that follows from it. */

export class DecideKnipCommand extends ProcessCommand<DecideKnip> {
  static readonly action = PROCESS_ACTIONS.edit;
}

@CommandHandler(DecideKnipCommand)
export class DecideKnipHandler implements ICommandHandler<DecideKnipCommand> {
  constructor(
    private readonly writer: ElementWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: DecideKnipCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'decideKnip', action: DecideKnipCommand.action },
      command,
      async (state, said) => decideKnip(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}

export class WithdrawKnipCommand extends ProcessCommand<WithdrawKnip> {
  static readonly action = PROCESS_ACTIONS.edit;
}

@CommandHandler(WithdrawKnipCommand)
export class WithdrawKnipHandler implements ICommandHandler<WithdrawKnipCommand> {
  constructor(
    private readonly writer: ElementWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: WithdrawKnipCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'withdrawKnip', action: WithdrawKnipCommand.action },
      command,
      async (state, said) => withdrawKnip(state, said, await this.diagram.step(state, said.elementId)),
    );
  }
}

export class AgreeHandoverCommand extends ProcessCommand<AgreeHandover> {
  static readonly action = PROCESS_ACTIONS.edit;
}

@CommandHandler(AgreeHandoverCommand)
export class AgreeHandoverHandler implements ICommandHandler<AgreeHandoverCommand> {
  constructor(
    private readonly writer: ElementWriter,
    private readonly diagram: DiagramInForce,
  ) {}

  execute(command: AgreeHandoverCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'agreeHandover', action: AgreeHandoverCommand.action },
      command,
      async (state, said) => agreeHandover(state, said, await this.diagram.flow(state, said.flowId)),
    );
  }
}
