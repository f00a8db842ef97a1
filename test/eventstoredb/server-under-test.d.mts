import type { Double, DoubleOptions, DoubleProcess } from './double.mjs';

export interface ServerUnderTest<D extends Double = Double> {
  /** Connection string. */
  readonly url: string;
  /** For titles and reports: product and version, or that it is the double. */
  readonly name: string;
  /** To order faults; undefined on a real server. */
  readonly double?: D;
  /** Ends the double; a real server stays as it is. */
  stop(): Promise<void>;
}

/**
 * The server of `EVENTSTORE_URL`, or a double started for the caller alone; with `ownProcess` where it must
 * be killed or must not share the caller's processor time.
 */
export function serverUnderTest(
  options: DoubleOptions & { ownProcess: true; path: string },
): Promise<ServerUnderTest<DoubleProcess>>;
export function serverUnderTest(options?: DoubleOptions): Promise<ServerUnderTest>;
