/*
 * The only door to the domain: first what serves every aggregate, then each aggregate.
 *
 * A name that another aggregate could want too says whose it is: `evolveProcess`, `PROCESS_LIMITS`. A word
 * that only one aggregate uses stays as it is: `decideKnip`, `Channel`. The compiler refuses a name that two
 * aggregates export.
 */

export { aggregate, type Aggregate } from './src/aggregate.js';
export { AGGREGATES } from './aggregates.js';
export { lastChange, standing, type StandingFact } from './src/facts.js';
export { freeText, object, optional, positiveInteger, text, wordsOf } from './src/shapes.js';
export type { FreeText, ObjectShape } from './src/shapes.js';
export type { Policy, Task } from './src/policy.js';
export { isName, isText, TEXT_LIMITS, TextRefusal } from './src/texts.js';
export { Refusal } from './src/refusal.js';
export { SeenRefusal } from './src/seen.js';
export * from './src/domains.js';

export * from './src/process/events.js';
export * from './src/process/facts.js';
export * from './src/process/state.js';
export * from './src/process/process-aggregate.js';
export * from './src/process/input-rules.js';
export { ProcessRefusal } from './src/process/process-refusal.js';
export { processNameOf, type OnProcess, type Presence } from './src/process/preconditions.js';
export {
  idsWithDecisions,
  IDS_ANSWERS,
  type ChangedId,
  type HeldAgainst,
  type IdsAnswer,
  type MovedDecisions,
} from './src/process/moved-ids.js';
export * from './src/process/decisions.js';
export * from './src/process/step-decisions.js';
export * from './src/process/merging.js';
export * from './src/process/comparing.js';
