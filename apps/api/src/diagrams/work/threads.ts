import { Worker } from 'node:worker_threads';

/** A piece of work as somebody asks for it. */
export interface Piece {
  /** What the thread is sent. */
  order: unknown;
  /** In whose name: nobody waits behind all that another person asked for. */
  person: string;
  /** Whether it takes long even for what a thread does. */
  isHeavy: boolean;
  /** Aborted when nobody waits for it any more. */
  gone?: AbortSignal | undefined;
}

/** The answer of a thread. */
export type Answer = { done: unknown } | { failed: string };

export interface ThreadBounds {
  threads: number;
  /** Seconds one piece may take. */
  seconds: number;
  /** MiB of heap of one thread. */
  mib: number;
  waiting: number;
  waitingOfPerson: number;
}

/** Why a piece was not done. */
export type NotDone = 'gone' | 'too-long' | 'too-much-memory' | 'too-many' | 'too-many-of-person';

export class WorkNotDone extends Error {
  constructor(readonly reason: NotDone) {
    super(`The work was not done: ${reason}.`);
    this.name = 'WorkNotDone';
  }
}

interface Waiting extends Piece {
  resolve(done: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  doing: Waiting | undefined;
  /** Stops watching the time and the client of what it does. */
  unwatch(): void;
}

/**
 * Some threads that do pieces of work, fair between people: the next piece is of the person whose last turn
 * is longest ago, however much others have waiting. Where there is more than one thread, no person has all of
 * them, and neither have heavy pieces: a light one of somebody else finds one free.
 */
export class Threads {
  /** What waits, by person. */
  private readonly waiting = new Map<string, Waiting[]>();
  /** The number of the last turn of each person, while anybody waits. */
  private readonly turns = new Map<string, number>();
  private turn = 0;
  private readonly threads = new Set<Thread>();
  private isEnded = false;
  /** How pieces ended since the start, and how many seconds they took. */
  readonly ended: Record<'done' | 'failed' | NotDone, number> = {
    done: 0,
    failed: 0,
    gone: 0,
    'too-long': 0,
    'too-much-memory': 0,
    'too-many': 0,
    'too-many-of-person': 0,
  };

  constructor(
    private readonly script: URL,
    private readonly bounds: ThreadBounds,
  ) {}

  /** @throws WorkNotDone, or the error of the work */
  do(piece: Piece): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const mine = this.waiting.get(piece.person)?.length ?? 0;
      const refused = piece.gone?.aborted
        ? 'gone'
        : mine >= this.bounds.waitingOfPerson
          ? 'too-many-of-person'
          : this.count.waiting >= this.bounds.waiting
            ? 'too-many'
            : undefined;
      if (refused) return reject(this.notDone(refused));
      const asked: Waiting = { ...piece, resolve, reject };
      this.waiting.set(piece.person, [...(this.waiting.get(piece.person) ?? []), asked]);
      piece.gone?.addEventListener('abort', () => this.leave(asked), { once: true });
      this.begin();
    });
  }

  /** How many pieces wait, and how many are being done. */
  get count(): { waiting: number; running: number } {
    let waiting = 0;
    for (const list of this.waiting.values()) waiting += list.length;
    return { waiting, running: this.running.length };
  }

  async end(): Promise<void> {
    this.isEnded = true;
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  private get running(): Waiting[] {
    return [...this.threads].flatMap(({ doing }) => doing ?? []);
  }

  /** Gives free threads what may begin. */
  private begin(): void {
    while (!this.isEnded && this.running.length < this.bounds.threads) {
      const next = this.next();
      if (!next) break;
      this.turns.set(next.person, ++this.turn);
      this.run([...this.threads].find(({ doing }) => !doing) ?? this.thread(), next);
    }
    if (this.waiting.size === 0 && this.running.length === 0) this.turns.clear();
  }

  /** Takes the next piece out of what waits, of who had the last turn longest ago. */
  private next(): Waiting | undefined {
    const { running } = this;
    const most = Math.max(1, this.bounds.threads - 1);
    const mayBeHeavy = running.filter(({ isHeavy }) => isHeavy).length < most;
    const lastTurn = ([person]: [string, unknown]) => this.turns.get(person) ?? 0;
    for (const [person, list] of [...this.waiting].sort((a, b) => lastTurn(a) - lastTurn(b))) {
      if (running.filter((each) => each.person === person).length >= most) continue;
      const piece = list.find(({ isHeavy }) => mayBeHeavy || !isHeavy);
      if (!piece) continue;
      this.take(piece);
      return piece;
    }
    return undefined;
  }

  private take(piece: Waiting): boolean {
    const list = this.waiting.get(piece.person) ?? [];
    const left = list.filter((each) => each !== piece);
    if (left.length > 0) this.waiting.set(piece.person, left);
    else this.waiting.delete(piece.person);
    return left.length < list.length;
  }

  private run(thread: Thread, piece: Waiting): void {
    thread.doing = piece;
    const late = setTimeout(() => this.drop(thread, 'too-long'), this.bounds.seconds * 1000);
    const leave = () => this.drop(thread, 'gone');
    piece.gone?.addEventListener('abort', leave, { once: true });
    thread.unwatch = () => {
      clearTimeout(late);
      piece.gone?.removeEventListener('abort', leave);
    };
    thread.worker.ref();
    thread.worker.postMessage(piece.order);
  }

  private thread(): Thread {
    const worker = new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: this.bounds.mib } });
    const thread: Thread = { worker, doing: undefined, unwatch: () => undefined };
    this.threads.add(thread);
    worker.on('message', (answer: Answer) => {
      const { doing } = thread;
      thread.unwatch();
      thread.doing = undefined;
      // The thread stays, and keeps nothing from ending.
      worker.unref();
      this.ended['done' in answer ? 'done' : 'failed'] += 1;
      if ('done' in answer) doing?.resolve(answer.done);
      else doing?.reject(new Error(answer.failed));
      this.begin();
    });
    worker.on('error', (error: NodeJS.ErrnoException) =>
      this.lose(thread, () =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.notDone('too-much-memory') : this.failed(error),
      ),
    );
    worker.on('exit', () => this.lose(thread, () => this.failed(new Error('The thread has ended.'))));
    return thread;
  }

  /** Ends a thread for the sake of what it does; another one takes its place. */
  private drop(thread: Thread, reason: NotDone): void {
    this.lose(thread, () => this.notDone(reason));
    void thread.worker.terminate();
  }

  private lose(thread: Thread, why: () => Error): void {
    if (!this.threads.delete(thread)) return;
    thread.unwatch();
    thread.doing?.reject(why());
    this.begin();
  }

  /** Somebody does not wait any more. */
  private leave(piece: Waiting): void {
    if (this.take(piece)) piece.reject(this.notDone('gone'));
  }

  private notDone(reason: NotDone): WorkNotDone {
    this.ended[reason] += 1;
    return new WorkNotDone(reason);
  }

  private failed(error: Error): Error {
    this.ended.failed += 1;
    return error;
  }
}
