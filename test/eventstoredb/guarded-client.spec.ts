import { expect, it } from '@jest/globals';
import { guardedClient } from '../../libs/event-store/src/eventstoredb/guarded-client.js';
import { newestEntry } from '../../libs/event-store/src/eventstoredb/newest-event.js';
import { describeOnDouble } from './describe-on-double.js';
import { startDouble } from './double.mjs';

/** As gRPC numbers the states of a connection. */
const SHUT_DOWN = 4;

describeOnDouble('A connection to a server', () => {
  it('that comes about only after it was closed is closed as well', async () => {
    const double = await startDouble({ ports: [0, 0, 0] });
    await double.down();
    const { client, close } = guardedClient(`${double.url}&maxDiscoverAttempts=1000`);
    const connecting = client['createChannel']();
    await close();
    await double.up();
    expect((await connecting).getConnectivityState(false)).toBe(SHUT_DOWN);
    await double.stop();
  });

  it('is not left while the client looks for a node', async () => {
    const double = await startDouble();
    const { client, leave, close } = guardedClient(double.url);
    const asked = newestEntry(client, false);
    await leave();
    expect(await asked).toHaveLength(1);
    await close();
    await double.stop();
  });
});
