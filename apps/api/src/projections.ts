import { DIAGRAMS_IN_FORCE } from './diagrams/diagrams-in-force.projection.js';
import { HISTORY } from './event-history/index.js';
import { OVERVIEW } from './overview/overview.projection.js';
import { ProjectionSet } from './platform/projections/unit/projection-set.js';
import { FACTS, OUTLINES_AHEAD, outlines, readOutline } from './process-facts/index.js';

/** What the features keep of the log. The thread that builds the read model imports it from here too. */
export const PROJECTIONS = new ProjectionSet(import.meta.url, [
  HISTORY,
  outlines(readOutline, OUTLINES_AHEAD),
  FACTS,
  OVERVIEW,
  DIAGRAMS_IN_FORCE,
]);
