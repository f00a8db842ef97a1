import type { Aggregate } from './src/aggregate.js';
import { processAggregate } from './src/process/process-aggregate.js';

/** Every aggregate. On a server, the log is in the streams of these. */
export const AGGREGATES: readonly Aggregate[] = [processAggregate];
