import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sentEvents, type SentEvent } from './event-stream.js';

const STREAM = `retry: 2000
id: 41

: still here

event: version
id: 42
data: {"stream":"process-é–漢","version":3}

id: 43
data: zonder eind`;

it('Events are read whole, however the stream was cut on its way; one that was cut off is none', async () => {
  const bytes = new TextEncoder().encode(STREAM);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          places.slice(1).forEach((end, index) => controller.enqueue(bytes.slice(places[index]!, end)));
          controller.close();
        },
      });
      const events: SentEvent[] = [];
      for await (const event of sentEvents(body)) events.push(event);
      expect(events).toEqual([{ id: '41' }, {}, { id: '42', data: '{"stream":"process-é–漢","version":3}' }]);
    }),
  );
});
