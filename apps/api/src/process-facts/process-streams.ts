import { PROCESS_SCHEMA_VERSION, processStream, upcastProcessEvent } from '#domain';
import type { StreamKind } from '../platform/projections/projection.js';

/** The streams of processes, for projections. */
export const PROCESS_STREAMS: StreamKind = {
  prefix: processStream(''),
  version: PROCESS_SCHEMA_VERSION,
  current: upcastProcessEvent,
};
