import type { Double, DoubleOptions } from './double.mjs';

export interface ServerUnderTest {
  /** Connection string. */
  readonly url: string;
  /** For titles and reports: product and version, or that it is the double. */
  readonly name: string;
  /** To order faults; undefined on a real server. */
  readonly double?: Double;
  /** Ends the double; a real server stays as it is. */
  stop(): Promise<void>;
}

/**
 * The server of `EVENTSTORE_URL`, or a double started for the caller alone.
 * @param options of the double; `ownProcess` (which needs `path`) where it must not share the caller's processor time
 */
export function serverUnderTest(options?: DoubleOptions & { ownProcess?: boolean }): Promise<ServerUnderTest>;
