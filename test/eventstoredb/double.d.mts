export interface DoubleOptions {
  /** File that keeps the log; left out, it is kept in memory. */
  path?: string;
  /** One for each node, 0 for any free one; `[0]` if left out, three make a cluster. */
  ports?: number[];
  /** What the server says of itself; '26.1.0' if left out. */
  version?: string;
  /**
   * Bytes of one append; unlimited if left out (one message stays below 16 MiB all the same), 1 MiB on
   * servers up to 24.x.
   */
  appendLimit?: number;
  /**
   * By how many ms its clock is ahead of the client's, 0 if left out: a batch whose deadline has passed by it
   * is not written.
   */
  clockAhead?: number;
  /** Whether the answer to an append of several events names the place of the first instead of the last. */
  answersFirst?: boolean;
  /** How many event ids the server remembers for appends without an exact revision. */
  rememberedIds?: number;
}

/** What a test can order. Each resolves when it is so. */
export interface Double {
  /** Connection string of all nodes, without TLS. */
  readonly url: string;
  readonly ports: number[];
  /** The next appends are stored, and the connection breaks instead of the answer. */
  dropAnswers(count?: number): Promise<void>;
  /** The connection breaks at the next appends, before anything is stored. */
  dropRequests(count?: number): Promise<void>;
  /** Appends are stored and nothing is answered, until `resume`; connections stay and pings are answered. */
  stall(): Promise<void>;
  resume(): Promise<void>;
  /** The memory behind `any` and `stream_exists` is lost. */
  forgetIds(): Promise<void>;
  /** How many connections are open. */
  connections(): Promise<number>;
  /** Breaks every connection once. */
  cut(): Promise<void>;
  /** Breaks every connection and refuses new ones, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Everything that is not on the disk is lost; without a file the events stay. */
  restart(): Promise<void>;
  /** As by SIGKILL of one node of a cluster; a leader's death is followed by an election of 1.5 s. */
  killNode(index: number): Promise<void>;
  startNode(index: number): Promise<void>;
  /** Index of the node that leads, -1 while none does. */
  leader(): Promise<number>;
  stop(): Promise<void>;
}

/** The double as a process of its own: it keeps its port over `kill` and `start`. */
export interface DoubleProcess extends Double {
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** SIGSTOP: connections stay open, nothing is read or answered until `thaw`. */
  freeze(): void;
  thaw(): void;
}

export function startDouble(options?: DoubleOptions): Promise<Double>;
export function startDoubleProcess(options: DoubleOptions & { path: string }): Promise<DoubleProcess>;
