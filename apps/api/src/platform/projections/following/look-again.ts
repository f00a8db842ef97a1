import type { EventStore } from '#event-store';
import { NotCaughtUp, type ReadModel } from './read-model.js';

const WITHIN_MS = 5_000;

/**
 * What a look into the read model gives. Where it gives nothing, another instance may just have written it:
 * the look is then repeated when this instance has caught up with the log.
 * @throws NotCaughtUp when it gives nothing then either
 */
export async function lookAgain<T>(
  store: EventStore,
  readModel: ReadModel,
  look: () => T | undefined,
): Promise<T> {
  const known = look();
  if (known !== undefined) return known;
  const position = await store.lastPosition();
  if (position !== undefined) await readModel.caughtUp(position, WITHIN_MS);
  const read = look();
  if (read === undefined) throw new NotCaughtUp(position ?? '');
  return read;
}
