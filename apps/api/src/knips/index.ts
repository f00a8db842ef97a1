export { AgreeHandoverCommand, DecideKnipCommand, WithdrawKnipCommand } from './knip-commands.js';
export { KnipsModule } from './knips.module.js';
export {
  BindStepCommand,
  LiftBindingCommand,
  PrioritiseChannelsCommand,
  RecordDataRequestsCommand,
} from './step-commands.js';
