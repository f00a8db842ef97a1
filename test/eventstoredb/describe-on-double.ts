import { describe } from '@jest/globals';

/**
 * For tests that need what only the double does on command: die, freeze, lose an answer. When EVENTSTORE_URL
 * names a real server, they are skipped and the title says why.
 */
export function describeOnDouble(title: string, body: () => void): void {
  if (process.env.EVENTSTORE_URL)
    describe.skip(`${title} (only on the double: a test cannot kill the server of EVENTSTORE_URL)`, body);
  else describe(title, body);
}
