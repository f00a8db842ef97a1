import { expect, it } from '@jest/globals';
import { EMPTY_STREAM, verifyChain } from '../hash.js';
import { VersionConflict, type EventStore } from '../port.js';
import { headAfter, newStream, sample } from './sample-events.js';

/** Many writers on one stream. */
export function racing(store: () => EventStore): void {
  it('gives each version to exactly one of 32 writers', async () => {
    const stream = newStream();
    let head = EMPTY_STREAM;
    for (let round = 0; round < 5; round++) {
      const attempts = Array.from({ length: 32 }, () => sample(stream, head));
      const results = await Promise.allSettled(
        attempts.map((events) => store().append(stream, head.version, events)),
      );
      const winners = results.flatMap((result, index) =>
        result.status === 'fulfilled' ? [attempts[index] ?? []] : [],
      );
      expect(winners).toHaveLength(1);
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(VersionConflict);
      head = headAfter(head, winners[0] ?? []);
    }
    expect(verifyChain(await store().readStream(stream))).toBeUndefined();
  });

  it('does not let a refused append harm others that arrive at the same moment', async () => {
    const taken = newStream();
    await store().append(taken, 0, sample(taken));
    const streams = Array.from({ length: 8 }, newStream);
    const results = await Promise.allSettled(
      streams.flatMap((stream) => [
        store().append(stream, 0, sample(stream, EMPTY_STREAM, 2)),
        store().append(taken, 0, sample(taken, EMPTY_STREAM, 2)),
      ]),
    );
    expect(results.map(({ status }) => status)).toEqual(streams.flatMap(() => ['fulfilled', 'rejected']));
    expect(await store().readStream(taken)).toHaveLength(1);
    for (const stream of streams) expect(await store().readStream(stream)).toHaveLength(2);
  });
}
