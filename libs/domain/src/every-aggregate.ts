import type { Aggregate } from './aggregate.js';
import * as domain from './index.js';

/** For tests: every aggregate that the domain exports, so that no test has a list that can be forgotten. */
export const EVERY_AGGREGATE = Object.values<unknown>(domain).filter(
  (value): value is Aggregate => typeof value === 'object' && value !== null && 'schemaVersion' in value,
);
