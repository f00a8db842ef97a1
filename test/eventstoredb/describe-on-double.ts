import { describe } from '@jest/globals';

/**
 * For tests of what only the double does when told to: die, freeze, lose an answer. Where EVENTSTORE_URL
 * names a real server they are skipped, and the title says why.
 */
export function describeOnDouble(title: string, body: () => void): void {
  if (process.env.EVENTSTORE_URL)
    describe.skip(`${title} (only on the double: a test cannot kill the server of EVENTSTORE_URL)`, body);
  else describe(title, body);
}
