import { afterAll } from '@jest/globals';

type Stop = () => Promise<void> | void;
const stops: (() => Promise<void>)[] = [];

/**
 * Stops something after the last test of the file, even when the setup that started it failed: a hook of the
 * test itself would then fail as well and hide the cause.
 * @returns stops it earlier; it is stopped once, however often that is asked
 */
export function atEnd(stop: Stop): () => Promise<void> {
  let stopped: Promise<void> | undefined;
  const once = () => (stopped ??= (async () => stop())());
  stops.push(once);
  return once;
}

afterAll(async () => {
  const failures: unknown[] = [];
  for (const stop of stops.reverse()) await stop().catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
});
