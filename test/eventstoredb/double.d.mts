export interface DoubleOptions {
  /** The file of the log. Without it, the log is kept in memory. */
  path?: string;
  /** One port per node, 0 for any free port. Default `[0]`; three make a cluster. */
  ports?: number[];
  /** The version that the server reports. Default '26.1.0'. */
  version?: string;
  /**
   * Maximum bytes of one append. Default unlimited, although one message must stay below 16 MiB. Real servers
   * up to 24.x have 1 MiB.
   */
  appendLimit?: number;
  /**
   * How many ms its clock is ahead of the client's. Default 0. A batch whose deadline has passed on this
   * clock is not written.
   */
  clockAhead?: number;
  /** Whether the answer to an append of several events has the position of the first event, not the last. */
  answersFirst?: boolean;
  /** How many event ids the server remembers for appends without an exact revision. */
  rememberedIds?: number;
}

/** The orders that a test can give. Each promise resolves when the order is carried out. */
export interface Double {
  /** Connection string of all nodes, without TLS. */
  readonly url: string;
  readonly ports: number[];
  /** Stores the next appends, but breaks the connection instead of answering. */
  dropAnswers(count?: number): Promise<void>;
  /** Breaks the connection at the next appends, before anything is stored. */
  dropRequests(count?: number): Promise<void>;
  /** Stores appends but answers nothing, until `resume`. Connections stay open and pings are answered. */
  stall(): Promise<void>;
  resume(): Promise<void>;
  /** How many appends and reads wait for `resume`. */
  waiting(): Promise<number>;
  /** Clears the memory of event ids, which `any` and `stream_exists` depend on. */
  forgetIds(): Promise<void>;
  /** The number of open connections. */
  connections(): Promise<number>;
  /** Breaks every connection once. */
  cut(): Promise<void>;
  /** Breaks every connection and refuses new ones, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  /** Loses everything that is not on disk. Without a file the events stay. */
  restart(): Promise<void>;
  /** Like SIGKILL on one node of a cluster. After the leader dies, an election takes 1.5 s. */
  killNode(index: number): Promise<void>;
  startNode(index: number): Promise<void>;
  /** Index of the leader, -1 when there is none. */
  leader(): Promise<number>;
  stop(): Promise<void>;
}

/** The double as a separate process. It keeps its port after `kill` and `start`. */
export interface DoubleProcess extends Double {
  /** Sends SIGKILL. Resolves when the process is gone. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Sends SIGSTOP: connections stay open, but nothing is read or answered until `thaw`. */
  freeze(): void;
  thaw(): void;
}

export function startDouble(options?: DoubleOptions): Promise<Double>;
export function startDoubleProcess(options: DoubleOptions & { path: string }): Promise<DoubleProcess>;
