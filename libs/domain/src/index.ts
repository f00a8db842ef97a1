/*
 * The only door to the domain: first what serves every aggregate, then each aggregate.
 *
 * A name that another aggregate could want too says whose it is: `evolveProcess`, `PROCESS_LIMITS`. A word
 * that only one aggregate uses stays as it is: `decideKnip`, `Channel`. The compiler refuses a name that two
 * aggregates export.
 */

export { aggregate, type Aggregate } from './aggregate.js';
export { AGGREGATES } from './aggregates.js';
export { standing, type StandingFact } from './facts.js';
export { freeText, object, optional, positiveInteger, text, wordsOf } from './shapes.js';
export type { FreeText, ObjectShape } from './shapes.js';
export type { Policy, Task } from './policy.js';
export { isName, isText, TEXT_LIMITS, TextRefusal } from './texts.js';
export { Refusal } from './refusal.js';
export { SeenRefusal } from './seen.js';
export * from './domains.js';

export * from './process/events.js';
export * from './process/facts.js';
export * from './process/state.js';
export * from './process/process-aggregate.js';
export * from './process/input-rules.js';
export { ProcessRefusal } from './process/process-refusal.js';
export { processNameOf, type OnProcess, type Presence } from './process/preconditions.js';
export {
  idsWithDecisions,
  IDS_ANSWERS,
  type HeldAgainst,
  type IdsAnswer,
  type MovedDecisions,
} from './process/moved-ids.js';
export * from './process/decisions.js';
export * from './process/step-decisions.js';
export * from './process/merging.js';
export * from './process/comparing.js';
