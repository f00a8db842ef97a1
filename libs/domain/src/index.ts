/* The only door to the domain: first what serves every aggregate, then each aggregate. */

export { standing, type StandingFact } from './facts.js';
export { wordsOf, type FreeText, type ObjectShape } from './shapes.js';
export type { Policy, Task } from './policy.js';
export { isName, isText, TextRefusal } from './texts.js';
export { Refusal } from './refusal.js';
export { SeenRefusal } from './seen.js';
export * from './domains.js';

export * from './process/events.js';
export * from './process/upcast.js';
export * from './process/facts.js';
export * from './process/state.js';
export * from './process/input-rules.js';
export { ProcessRefusal } from './process/process-refusal.js';
export { nameOf, type OnProcess, type Presence } from './process/preconditions.js';
export * from './process/decisions.js';
export * from './process/step-decisions.js';
export * from './process/merging.js';
export * from './process/comparing.js';
