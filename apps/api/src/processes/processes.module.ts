import { Module } from '@nestjs/common';
import { ApiDescription } from '../platform/http/docs/open-api.js';
import { KnownErrors } from '../platform/http/problems/known-errors.js';
import { DiagramInForce } from './diagram-in-force.js';
import { KnownProcesses } from './known-process.js';
import { ProcessCommandsController } from './process-commands.controller.js';
import {
  NameMilestoneHandler,
  NameOwnerHandler,
  RegisterProcessHandler,
  RenameProcessHandler,
  RetireProcessHandler,
} from './process-commands.js';
import { ProcessWriter } from './process-writer.js';
import { ProcessesController } from './processes.controller.js';
import { processRefusalAsProblem } from './process-refusal-as-problem.js';
import { ShowProcessHandler } from './show-process.query.js';

/** The processes themselves: registered, renamed, retired, and shown as they stood at any version. */
@Module({
  controllers: [ProcessCommandsController, ProcessesController],
  providers: [
    DiagramInForce,
    KnownProcesses,
    ProcessWriter,
    RegisterProcessHandler,
    RenameProcessHandler,
    RetireProcessHandler,
    NameOwnerHandler,
    NameMilestoneHandler,
    ShowProcessHandler,
  ],
  exports: [DiagramInForce, KnownProcesses, ProcessWriter],
})
export class ProcessesModule {
  constructor(errors: KnownErrors, description: ApiDescription) {
    errors.register(processRefusalAsProblem);
    description.add({
      about: [
        'Process descriptions of a Dutch municipality, and for each step the decision who does it: front or back office (de knip).',
      ],
      tags: { Processes: 'Process descriptions, their versions and diagrams (processen).' },
      inPath: { 'processes/{id}': { description: 'Id of the process (proces).', example: 'kapvergunning' } },
    });
  }
}
