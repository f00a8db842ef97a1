import type { Aggregate } from './aggregate.js';
import { processAggregate } from './process/process-aggregate.js';

/** Every aggregate. On a server, the log is in the streams of these. */
export const AGGREGATES: readonly Aggregate[] = [processAggregate];
