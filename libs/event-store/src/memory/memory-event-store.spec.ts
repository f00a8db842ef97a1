import { contractSuite } from '../contract-tests/contract-suite.js';
import { MemoryEventStore } from './memory-event-store.js';

contractSuite('memory', { open: async () => new MemoryEventStore() });
