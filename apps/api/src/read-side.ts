import type { Provider, Type } from '@nestjs/common';
import { DomainsController } from './overview/domains.controller.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { LogController } from './audit/log.controller.js';
import { ComparisonController } from './comparison/comparison.controller.js';
import { DiagramComparisons } from './comparison/diagram-comparisons.js';
import { ShowComparisonHandler } from './comparison/show-comparison.query.js';
import { KnownProcesses } from './processes/known-process.js';
import { ProcessQueriesController } from './processes/process-queries.controller.js';
import { ExportProcessHandler } from './diagrams/export-process.query.js';
import { FetchDiagramHandler } from './diagrams/fetch-diagram.query.js';
import { ListDomainsHandler } from './overview/list-domains.query.js';
import { ListProcessesHandler } from './overview/list-processes.query.js';
import { ShowHistoryHandler } from './history/show-history.query.js';
import { ShowProcessHandler } from './processes/show-process.query.js';
import { StoredDiagrams } from './diagrams/stored-diagrams.js';
import { ToldHistory } from './history/told-history.js';
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
