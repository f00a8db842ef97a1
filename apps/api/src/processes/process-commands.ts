import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  nameMilestone,
  nameOwner,
  registerProcess,
  renameProcess,
  retireProcess,
  type NameMilestone,
  type NameOwner,
  type RegisterProcess,
  type RenameProcess,
  type RetireProcess,
} from '#domain';
import { PROCESS_ACTIONS } from './process.actions.js';
import { ProcessCommand } from './process-command.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import { ProcessWriter } from './process-writer.js';

/* Commands on a process as a whole. Each handler names its decision; everything else is the writer's. */

export class RegisterProcessCommand extends ProcessCommand<RegisterProcess> {
  static readonly action = PROCESS_ACTIONS.register;
}

@CommandHandler(RegisterProcessCommand)
export class RegisterProcessHandler implements ICommandHandler<RegisterProcessCommand> {
  constructor(private readonly writer: ProcessWriter) {}

  execute(command: RegisterProcessCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'registerProcess', action: RegisterProcessCommand.action },
      command,
      registerProcess,
    );
  }
}

export class RenameProcessCommand extends ProcessCommand<RenameProcess> {
  static readonly action = PROCESS_ACTIONS.edit;
}

@CommandHandler(RenameProcessCommand)
export class RenameProcessHandler implements ICommandHandler<RenameProcessCommand> {
  constructor(private readonly writer: ProcessWriter) {}

  execute(command: RenameProcessCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'renameProcess', action: RenameProcessCommand.action, resource: 'name' },
      command,
      renameProcess,
    );
  }
}

export class RetireProcessCommand extends ProcessCommand<RetireProcess> {
  static readonly action = PROCESS_ACTIONS.retire;
}

@CommandHandler(RetireProcessCommand)
export class RetireProcessHandler implements ICommandHandler<RetireProcessCommand> {
  constructor(private readonly writer: ProcessWriter) {}

  execute(command: RetireProcessCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'retireProcess', action: RetireProcessCommand.action },
      command,
      retireProcess,
    );
  }
}

export class NameOwnerCommand extends ProcessCommand<NameOwner> {
  static readonly action = PROCESS_ACTIONS.nameOwner;
}

@CommandHandler(NameOwnerCommand)
export class NameOwnerHandler implements ICommandHandler<NameOwnerCommand> {
  constructor(private readonly writer: ProcessWriter) {}

  execute(command: NameOwnerCommand): Promise<WriteResult> {
    return this.writer.write({ name: 'nameOwner', action: NameOwnerCommand.action }, command, nameOwner);
  }
}

export class NameMilestoneCommand extends ProcessCommand<NameMilestone> {
  static readonly action = PROCESS_ACTIONS.nameMilestone;
}

@CommandHandler(NameMilestoneCommand)
export class NameMilestoneHandler implements ICommandHandler<NameMilestoneCommand> {
  constructor(private readonly writer: ProcessWriter) {}

  execute(command: NameMilestoneCommand): Promise<WriteResult> {
    return this.writer.write(
      { name: 'nameMilestone', action: NameMilestoneCommand.action },
      command,
      nameMilestone,
    );
  }
}
