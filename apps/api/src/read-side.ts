import type { Provider, Type } from '@nestjs/common';
import { DomainsController } from './domains/domains.controller.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { LogController } from './log/log.controller.js';
import { ComparisonController } from './processes/comparison/comparison.controller.js';
import { DiagramComparisons } from './processes/comparison/diagram-comparisons.js';
import { ShowComparisonHandler } from './processes/comparison/show-comparison.query.js';
import { KnownProcesses } from './processes/known-process.js';
import { ProcessQueriesController } from './processes/process-queries.controller.js';
import { ExportProcessHandler } from './processes/queries/export-process.query.js';
import { FetchDiagramHandler } from './processes/queries/fetch-diagram.query.js';
import { ListDomainsHandler } from './processes/queries/list-domains.query.js';
import { ListProcessesHandler } from './processes/queries/list-processes.query.js';
import { ShowHistoryHandler } from './processes/queries/show-history.query.js';
import { ShowProcessHandler } from './processes/queries/show-process.query.js';
import { StoredDiagrams } from './processes/stored-diagrams.js';
import { ToldHistory } from './processes/told-history.js';
import { UpdateFeed } from './updates/update-feed.js';
import { UpdatesController } from './updates/updates.controller.js';

/** Everything that answers without deciding anything. */
export const READ_CONTROLLERS: Type<unknown>[] = [
  DomainsController,
  ProcessQueriesController,
  ComparisonController,
  UpdatesController,
  LogController,
  HealthController,
];

export const READ_SIDE: Provider[] = [
  KnownProcesses,
  ToldHistory,
  StoredDiagrams,
  DiagramComparisons,
  UpdateFeed,
  Metrics,
  ListDomainsHandler,
  ListProcessesHandler,
  ShowProcessHandler,
  FetchDiagramHandler,
  ExportProcessHandler,
  ShowHistoryHandler,
  ShowComparisonHandler,
];
