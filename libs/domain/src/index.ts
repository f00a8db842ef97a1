export * from './process/events.js';
export * from './process/facts.js';
export * from './process/state.js';
