import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Task } from '#domain';
import type { EventStore } from '#event-store';
import { Clock } from '../environment/clock.js';
import { logError } from '../console/log-line.js';
import { EVENT_STORE } from '../log/event-store.token.js';
import { ReadModel } from '../projections/following/read-model.js';
import { idOf } from '../writing/subject.js';
import { derivedId } from '../writing/writing.js';
import { dayOf, startOf } from './municipal-day.js';
import { POLICIES } from './policies.projection.js';
import { LookedAt, PolicyLooks, type Look, type ParkedLook } from './policy-looks.js';
import type { Automatic, RegisteredPolicy } from './registered-policy.js';

/** The actor when only time is the cause. No person can have this id. */
const CLOCKWORK = 'knipkaart';
const MOST_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 1_000;
/** The clock may be set, and stands still while a machine sleeps, so the time is checked this often. */
const LONGEST_SLEEP_MS = 30_000;

/**
 * Runs the policies: looks at each stream that changed or that is due, and carries out its tasks. Every
 * instance does so. The command id and the expected version let only the first one write. See decision
 * 0015.
 */
@Injectable()
export class PolicyRunner implements OnModuleDestroy {
  private readonly policies: RegisteredPolicy[] = [];
  private running: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private state: 'idle' | 'started' | 'stopped' = 'idle';

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly clock: Clock,
  ) {}

  register<S, T extends Task>(policy: RegisteredPolicy<S, T>): void {
    this.policies.push(policy as unknown as RegisteredPolicy);
  }

  /**
   * Call this once the read model follows the log. Parked streams are tried once more.
   * @throws Error when no projection lists the streams of a policy
   */
  start(): void {
    if (this.policies.length === 0) return;
    const { prefixes } = this.readModel.reader(LookedAt);
    for (const { name, kind } of this.policies)
      if (!prefixes.includes(kind.aggregate.prefix))
        throw new Error(`The projection ${POLICIES} does not list the streams of the policy ${name}.`);
    this.state = 'started';
    this.looks.retryParked();
    this.readModel.onApplied(() => this.wake());
    this.wake();
  }

  /** Resolves when no task is running and none will start. */
  async onModuleDestroy(): Promise<void> {
    this.state = 'stopped';
    clearTimeout(this.timer);
    await this.running;
  }

  /** The streams with a task that failed too often. */
  parked(): ParkedLook[] {
    return this.state === 'started' ? this.looks.parked() : [];
  }

  /** Looks at every stream that is due, without waiting for the timer. */
  wake(): void {
    if (this.state !== 'started' || this.running) return;
    clearTimeout(this.timer);
    this.running = this.lookAtAll()
      .then(() => this.sleep(this.untilNext()))
      .catch((error: unknown) => {
        // For example because the disk is full.
        logError('the policies could not be looked at', error);
        this.sleep(LONGEST_SLEEP_MS);
      });
  }

  private sleep(pauseMs: number): void {
    this.running = undefined;
    if (this.state !== 'started') return;
    this.timer = setTimeout(() => this.wake(), Math.min(pauseMs, LONGEST_SLEEP_MS)).unref();
  }

  private untilNext(): number {
    const next = this.follows ? this.looks.nextAt() : undefined;
    return next ? next.getTime() - this.clock.now().getTime() : LONGEST_SLEEP_MS;
  }

  private async lookAtAll(): Promise<void> {
    while (this.state === 'started' && this.follows) {
      const look = this.looks.next(this.clock.now());
      if (!look) return;
      await this.lookAt(look);
    }
  }

  /** Carries out the tasks of one stream that are due, and keeps when to look at it again. */
  private async lookAt(look: Look): Promise<void> {
    const today = dayOf(this.clock.now());
    const days: string[] = [];
    let failure: unknown;
    for (const policy of this.policies) {
      const id = idOf(policy.kind, look.stream);
      if (id === undefined) continue;
      try {
        const tasks = policy.policy(await policy.state(id));
        days.push(...tasks.flatMap(({ on = today }) => (on > today ? [on] : [])));
        for (const task of tasks.filter(({ on = today }) => on <= today))
          await policy.carryOut(task, id, await this.automatic(policy.name, task, look.stream));
      } catch (error) {
        failure ??= error;
      }
    }
    const [day] = days.sort();
    const due = day === undefined ? undefined : startOf(day);
    if (failure === undefined) this.looks.settled(look, due);
    else this.failed(look, failure, due);
  }

  /** Tries again after a pause, or parks the stream until it has a new version. */
  private failed(look: Look, error: unknown, due: Date | undefined): void {
    const reason = error instanceof Error ? error.message : String(error);
    const attempts = look.attempts + 1;
    const parked = attempts >= MOST_ATTEMPTS;
    const pauseMs = FIRST_PAUSE_MS * 2 ** look.attempts;
    const at = parked ? due : new Date(this.clock.now().getTime() + pauseMs);
    this.looks.failed(look, { ...(at && { at }), parked, reason });
    if (parked)
      logError('a task failed too often; it is tried again after a restart', error, {
        stream: look.stream,
        attempts,
      });
  }

  /**
   * The command id comes from the event that brings the task about, so it is the same on every instance
   * and after every restart.
   */
  private async automatic(policy: string, { name, cause, on }: Task, stream: string): Promise<Automatic> {
    const [event] = await this.store.readStream(stream, { from: cause, limit: 1 });
    if (!event)
      throw new Error(`The policy ${policy} names event ${cause} of ${stream}, which is not there.`);
    const { eventId, actor } = event.metadata;
    return {
      actor: { id: on === undefined ? actor : CLOCKWORK },
      commandId: derivedId('policy', policy, name, eventId, on ?? ''),
      cause: { stream, version: cause },
    };
  }

  private get follows(): boolean {
    return this.readModel.phase === 'following';
  }

  private get looks(): PolicyLooks {
    return this.readModel.reader(PolicyLooks);
  }
}
