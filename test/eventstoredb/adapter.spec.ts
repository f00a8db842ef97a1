import { openEventStoreDb } from '#event-store';
import { contractSuite } from '../../libs/event-store/src/contract/contract-suite.js';
import { startDouble } from './double.mjs';

const server = await startDouble();

contractSuite('EventStoreDB', {
  open: async () => (await openEventStoreDb(server.url)).events,
  reopen: async (store) => {
    await store.close();
    return (await openEventStoreDb(server.url)).events;
  },
  dispose: () => server.stop(),
});
