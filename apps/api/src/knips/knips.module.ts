import { Module } from '@nestjs/common';
import { ProcessesModule } from '../processes/index.js';
import { AgreeHandoverHandler, DecideKnipHandler, WithdrawKnipHandler } from './knip-commands.js';
import { StepCommandsController } from './step-commands.controller.js';
import {
  BindStepHandler,
  LiftBindingHandler,
  PrioritiseChannelsHandler,
  RecordDataRequestsHandler,
} from './step-commands.js';

/** Decisions about the steps and flows of a process. */
@Module({
  imports: [ProcessesModule],
  controllers: [StepCommandsController],
  providers: [
    AgreeHandoverHandler,
    BindStepHandler,
    DecideKnipHandler,
    LiftBindingHandler,
    PrioritiseChannelsHandler,
    RecordDataRequestsHandler,
    WithdrawKnipHandler,
  ],
})
export class KnipsModule {}
