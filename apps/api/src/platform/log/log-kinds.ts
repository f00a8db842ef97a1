import { AGGREGATES } from '#domain';

/** What the names of the streams of every aggregate begin with. */
export const LOG_KINDS: readonly string[] = AGGREGATES.map(({ prefix }) => prefix);
