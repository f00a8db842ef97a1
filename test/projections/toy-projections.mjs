// What the program keeps of the log, and of toys: as a thread imports it that builds a read model.
import { ProjectionSet } from '../../dist/apps/api/src/platform/projections/unit/projection-set.js';
import { PROJECTIONS as OF_THE_PROGRAM } from '../../dist/apps/api/src/projections.js';
import { toys } from './toy-aggregate.ts';

export const PROJECTIONS = new ProjectionSet(import.meta.url, [...OF_THE_PROGRAM.list, toys()]);
