import type { Double, DoubleOptions, DoubleProcess } from './double.mjs';

export interface ServerUnderTest<D extends Double = Double> {
  /** Connection string. */
  readonly url: string;
  /** For titles and reports: product and version, or that it is the double. */
  readonly name: string;
  /** For causing faults. Undefined on a real server. */
  readonly double?: D;
  /** Ends the double. A real server keeps running. */
  stop(): Promise<void>;
}

/**
 * The server of `EVENTSTORE_URL`, or else a new double for this caller. Use `ownProcess` when the double must
 * be killed, or must not share the caller's processor time.
 */
export function serverUnderTest(
  options: DoubleOptions & { ownProcess: true; path: string },
): Promise<ServerUnderTest<DoubleProcess>>;
export function serverUnderTest(options?: DoubleOptions): Promise<ServerUnderTest>;
