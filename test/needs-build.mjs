import { isBuilt } from '../apps/build.mjs';

/**
 * For tests that run what `npm run build` made: they would pass or fail on an earlier state of the sources.
 * @param {...('service' | 'page')} parts
 * @throws Error that says what to do when a part was not built since its sources changed
 */
export function needsBuild(...parts) {
  for (const part of parts)
    if (!isBuilt(part))
      throw new Error(`This test runs the built ${part}, and dist/ is missing or out of date: npm run build`);
}
