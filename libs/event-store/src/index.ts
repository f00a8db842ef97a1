export * from './port.js';
export { hashOf, rootOf, verifyChain, EMPTY_STREAM, type Flaw, type StreamHead } from './hash.js';
export { sealEvents, IllFormedText, type NewEvent, type SealContext } from './seal.js';
export { identifyRequest, freeTextsOf, type RequestIdentity } from './request.js';
export type { CommandPlace, Snapshot, StateSource } from './current-states.js';
export { CommandHandler, CommandReused, StreamContended, type Command, type Outcome } from './handle-command.js';
export { MemoryEventStore } from './memory/memory-event-store.js';
