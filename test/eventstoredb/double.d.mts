export interface DoubleOptions {
  /** The file of the log. Without it, the log is kept in memory. */
  path?: string;
  /** One port per node, 0 for any free port. Default `[0]`; three make a cluster. */
  ports?: number[];
  /** The version that the server reports, and whose habits it has. Default '26.1.0'. */
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
  /**
   * How many times slower than a real server it delivers events and looks through those of others. Default 0:
   * as fast as this machine.
   */
  slowness?: number;
  /** Whether a subscription after a position begins with the event at that position. */
  startsAtPosition?: boolean;
  /** Whether it speaks TLS, with the certificate in `certificates/`. */
  tls?: boolean;
  /** Who may read or write, over TLS only; without them, everybody may. `url` has the first of them. */
  users?: Record<string, { password: string; readsAll?: boolean; writes?: boolean }>;
  /** Whether nobody may ask who is in the cluster. */
  refusesGossip?: boolean;
  /** How many event ids the server remembers for appends without an exact revision. */
  rememberedIds?: number;
}

/** One read that a client asked for, a subscription included. */
export interface Read {
  stream: string;
  live: boolean;
  backwards: boolean;
  limit: number;
  /** The beginnings of names, separated by spaces, or the expression; absent without a filter. */
  filter?: string;
  /** How many events it was given so far. */
  delivered: number;
}

/** The orders that a test can give. Each promise resolves when the order is carried out. */
export interface Double {
  /** Connection string of all nodes. */
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
  /**
   * One node of a cluster answers nothing until `thawNode`, while its connections stay open and pings are
   * answered. The others elect a new leader.
   */
  freezeNode(index: number): Promise<void>;
  thawNode(index: number): Promise<void>;
  /** How many writes a frozen node has received since it froze. */
  writesHeldBy(index: number): Promise<number>;
  /** Index of the leader, -1 when there is none. */
  leader(): Promise<number>;
  /** How many subscriptions of clients run. */
  following(): Promise<number>;
  /** What clients have read since the last call. */
  takeReads(): Promise<Read[]>;
  /** Writes so many events of another program. */
  writeForeign(count: number): Promise<void>;
  /** Another program goes on writing so many events a second; 0 stops it. */
  beBusy(perSecond: number): Promise<void>;
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
