import { policyLooks } from '../../dist/apps/api/src/platform/policies/policies.projection.js';
import { ProjectionSet } from '../../dist/apps/api/src/platform/projections/unit/projection-set.js';
import { REQUEST_STREAMS, SHELF_PROJECTION } from './toy.ts';

export const PROJECTIONS = new ProjectionSet(import.meta.url, [
  policyLooks(1, [REQUEST_STREAMS]),
  SHELF_PROJECTION,
]);
