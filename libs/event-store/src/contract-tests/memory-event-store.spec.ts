import { contractSuite } from './contract-suite.js';
import { MemoryEventStore } from './memory-event-store.js';

contractSuite('memory', { open: async () => new MemoryEventStore() });
