import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import { AccessGuard } from './platform/http/access/access.guard.js';
import { People } from './platform/http/access/people.js';
import { SessionController } from './accounts/session.controller.js';
import { DiagramWork } from './diagrams/work/diagram-work.js';
import { ApiDescription, OpenApiController } from './platform/http/docs/open-api.js';
import { ChangedSince } from './history/changed-since.js';
import { DiagramCommandsController } from './diagrams/diagram-commands.controller.js';
import { SaveDiagramHandler } from './diagrams/diagram-commands.js';
import { DiagramInForce } from './processes/diagram-in-force.js';
import { AgreeHandoverHandler, DecideKnipHandler, WithdrawKnipHandler } from './knips/knip-commands.js';
import { EarlierStates } from './merging/earlier-states.js';
import { MergeDiagramHandler } from './merging/merge-commands.js';
import { MergeController } from './merging/merge.controller.js';
import { ProcessCommandsController } from './processes/process-commands.controller.js';
import {
  NameMilestoneHandler,
  NameOwnerHandler,
  RegisterProcessHandler,
  RenameProcessHandler,
  RetireProcessHandler,
} from './processes/process-commands.js';
import { Clock } from './platform/clock.js';
import { StaleExplanations } from './platform/writing/stale-explanations.js';
import { StreamWriters } from './platform/writing/stream-writer.js';
import { ProcessWriter } from './processes/process-writer.js';
import { StepCommandsController } from './knips/step-commands.controller.js';
import {
  BindStepHandler,
  LiftBindingHandler,
  PrioritiseChannelsHandler,
  RecordDataRequestsHandler,
} from './knips/step-commands.js';
import { ReadModel } from './platform/projections/read-model.js';
import { READ_CONTROLLERS, READ_SIDE } from './read-side.js';
import { EVENT_STORE } from './platform/log/event-store.token.js';
import { Opening } from './platform/http/opening.js';
import { validation } from './platform/http/validation.js';
import { Settings } from './platform/settings.js';

/** What is made before the service can be: everything that opens files. */
export interface Opened {
  settings: Settings;
  store: EventStore;
  readModel: ReadModel;
  people: People;
  opening: Opening;
}

const CONTROLLERS: Type<unknown>[] = [
  SessionController,
  ProcessCommandsController,
  StepCommandsController,
  DiagramCommandsController,
  MergeController,
  OpenApiController,
  ...READ_CONTROLLERS,
];

const WRITE_SIDE: Provider[] = [
  Clock,
  StaleExplanations,
  StreamWriters,
  ProcessWriter,
  DiagramInForce,
  EarlierStates,
  ChangedSince,
  RegisterProcessHandler,
  RenameProcessHandler,
  RetireProcessHandler,
  NameOwnerHandler,
  NameMilestoneHandler,
  SaveDiagramHandler,
  MergeDiagramHandler,
  DecideKnipHandler,
  WithdrawKnipHandler,
  AgreeHandoverHandler,
  PrioritiseChannelsHandler,
  RecordDataRequestsHandler,
  BindStepHandler,
  LiftBindingHandler,
];

@Module({})
export class AppModule {
  static over({ settings, store, readModel, people, opening }: Opened): DynamicModule {
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: CONTROLLERS,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: EVENT_STORE, useValue: store },
        { provide: ReadModel, useValue: readModel },
        { provide: People, useValue: people },
        { provide: Opening, useValue: opening },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: validation },
        ApiDescription,
        { provide: DiagramWork, useFactory: () => new DiagramWork() },
        ...WRITE_SIDE,
        ...READ_SIDE,
      ],
    };
  }
}
