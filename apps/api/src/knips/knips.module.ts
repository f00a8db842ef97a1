import { Module } from '@nestjs/common';
import { ApiDescription } from '../platform/http/docs/open-api.js';
import { DiagramsModule } from '../diagrams/index.js';
import { ProcessesModule } from '../processes/index.js';
import { ElementWriter } from './element-writer.js';
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
  imports: [DiagramsModule, ProcessesModule],
  controllers: [StepCommandsController],
  providers: [
    AgreeHandoverHandler,
    BindStepHandler,
    DecideKnipHandler,
    ElementWriter,
    LiftBindingHandler,
    PrioritiseChannelsHandler,
    RecordDataRequestsHandler,
    WithdrawKnipHandler,
  ],
})
export class KnipsModule {
  constructor(description: ApiDescription) {
    description.add({
      tags: { Decisions: 'What is decided about a step or flow (besluiten).' },
      inPath: {
        '{elementId}': {
          description: 'Id of the step in the diagram (stap), percent-encoded.',
          example: 'Step_ZaakRegistreren',
        },
        '{flowId}': {
          description: 'Id of the flow in the diagram (stroom), percent-encoded.',
          example: 'Flow_NaarVakafdeling',
        },
      },
    });
  }
}
