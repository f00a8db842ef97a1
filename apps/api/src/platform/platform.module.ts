import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import { Clock } from './environment/clock.js';
import { Access } from './http/access/access.js';
import { People } from './http/access/people.js';
import { ApiDescription, OpenApiController } from './http/docs/open-api.js';
import { KnownRoutes } from './http/routes/known-routes.js';
import { Opening } from './http/input/opening.js';
import { KnownErrors } from './http/problems/known-errors.js';
import { ProblemFilter } from './http/routes/problem.filter.js';
import { validation } from './http/input/validation.js';
import { EVENT_STORE } from './log/event-store.token.js';
import { logErrorAsProblem } from './log/log.problems.js';
import { LogProbe } from './log/log-probe.js';
import { OpenConnections } from './http/protocol/open-connections.js';
import { OpenStreams } from './http/reading/open-streams.js';
import { PositionRule } from './log/position-rule.js';
import { PolicyRunner } from './policies/policy-runner.js';
import { Names } from './http/access/names.js';
import { ReadModel } from './projections/following/read-model.js';
import { notCaughtUpAsProblem } from './projections/following/not-caught-up.problem.js';
import { Settings } from './environment/settings.js';
import { StaleExplanations } from './writing/stale-explanations.js';
import { StreamWriters } from './writing/stream-writer.js';

/** What is made before the service can be: everything that opens files, and what the server itself needs. */
export interface Opened {
  settings: Settings;
  store: EventStore;
  readModel: ReadModel;
  people: People;
  names: Names;
  opening: Opening;
}

/** What the HTTP server has from the beginning, before any part is made. */
export interface OfServer {
  access: Access;
  routes: KnownRoutes;
  errors: KnownErrors;
  connections: OpenConnections;
}

/** What every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  constructor(errors: KnownErrors) {
    errors.register(logErrorAsProblem, notCaughtUpAsProblem);
  }

  static over(opened: Opened, { access, routes, errors, connections }: OfServer): DynamicModule {
    const shared = [
      { provide: Settings, useValue: opened.settings },
      { provide: EVENT_STORE, useValue: opened.store },
      { provide: ReadModel, useValue: opened.readModel },
      { provide: People, useValue: opened.people },
      { provide: Names, useValue: opened.names },
      { provide: Opening, useValue: opened.opening },
      { provide: Access, useValue: access },
      { provide: KnownRoutes, useValue: routes },
      { provide: KnownErrors, useValue: errors },
      { provide: OpenConnections, useValue: connections },
      { provide: OpenStreams, useValue: new OpenStreams(connections.ending, opened.settings.bounds) },
      ApiDescription,
      Clock,
      LogProbe,
      PositionRule,
      StaleExplanations,
      StreamWriters,
      PolicyRunner,
    ];
    return {
      module: PlatformModule,
      imports: [CqrsModule.forRoot()],
      controllers: [OpenApiController],
      providers: [
        ...shared,
        { provide: APP_PIPE, useFactory: validation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: shared,
    };
  }
}
