import { setTimeout as pause } from 'node:timers/promises';

/** How long a test waits for something that must happen, on a machine that does much else. */
export const PATIENCE_MS = 120_000;

/**
 * Waits until a condition holds.
 * @param missing says what did not happen
 * @throws Error when it does not hold within `PATIENCE_MS`
 */
export async function until(
  condition: () => boolean | Promise<boolean>,
  missing: () => string,
): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !(await condition()); await pause(10))
    if (performance.now() > end) throw new Error(missing());
}
