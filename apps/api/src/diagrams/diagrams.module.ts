import { Module } from '@nestjs/common';
import { Settings } from '../platform/environment/settings.js';
import { KnownErrors } from '../platform/http/problems/known-errors.js';
import { ProcessesModule } from '../processes/index.js';
import { DiagramCommandsController } from './diagram-commands.controller.js';
import { SaveDiagramHandler } from './diagram-commands.js';
import { tooLargeAsProblem } from './diagram.problems.js';
import { DIAGRAM_LIMIT } from './diagram-limits.js';
import { DiagramsController } from './diagrams.controller.js';
import { EarlierStates } from './earlier-states.js';
import { ExportProcessHandler } from './export-process.query.js';
import { FetchDiagramHandler } from './fetch-diagram.query.js';
import { HeldIds } from './held-ids.js';
import { SeenElements } from './seen-elements.js';
import { StoredDiagrams } from './stored-diagrams.js';
import { DiagramWork } from './work/diagram-work.js';

/** Diagrams: saved and fetched byte for byte, and exported with the decisions on them. */
@Module({
  imports: [ProcessesModule],
  controllers: [DiagramCommandsController, DiagramsController],
  providers: [
    {
      provide: DiagramWork,
      useFactory: ({ bounds }: Settings) => new DiagramWork(bounds),
      inject: [Settings],
    },
    EarlierStates,
    ExportProcessHandler,
    FetchDiagramHandler,
    HeldIds,
    SaveDiagramHandler,
    SeenElements,
    StoredDiagrams,
  ],
  exports: [DiagramWork, EarlierStates, HeldIds, SeenElements, StoredDiagrams],
})
export class DiagramsModule {
  constructor(errors: KnownErrors) {
    errors.register(tooLargeAsProblem);
    errors.addLimit(DIAGRAM_LIMIT);
  }
}
