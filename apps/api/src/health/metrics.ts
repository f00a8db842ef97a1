import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { processStream } from '#domain';
import type { EventStore } from '#event-store';
import { DiagramWork } from '../diagrams/index.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { PolicyRunner } from '../platform/policies/policy-runner.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { LogProbe } from '../platform/log/log-probe.js';

/** What the service tells a monitor about itself, as Prometheus reads it. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'knipkaart_http_request_duration_seconds',
    help: 'Answered HTTP requests and how long they took.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  private readonly reachable = new Gauge({
    name: 'knipkaart_log_reachable',
    help: '1 while the log answers.',
    registers: [this.registry],
  });
  private readonly behind = new Gauge({
    name: 'knipkaart_read_model_behind',
    help: '1 while the log holds something that cannot be read here yet; NaN while the log does not answer.',
    registers: [this.registry],
  });

  constructor(
    private readonly readModel: ReadModel,
    policies: PolicyRunner,
    work: DiagramWork,
    private readonly log: LogProbe,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    const projected = new Counter({
      name: 'knipkaart_events_projected_total',
      help: 'Events that became visible since the start.',
      registers,
    });
    readModel.onApplied((events) => projected.inc(events.length));
    new Gauge({
      name: 'knipkaart_read_model_following',
      help: '1 while the read model follows the log.',
      registers,
      collect() {
        this.set(readModel.phase === 'following' ? 1 : 0);
      },
    });
    new Gauge({
      name: 'knipkaart_streams_parked',
      help: 'Streams of any kind with an event that cannot be read.',
      registers,
      collect() {
        this.set(readModel.status().parked.length);
      },
    });
    new Gauge({
      name: 'knipkaart_streams_foreign',
      help: 'Streams of any kind with an event that another program wrote.',
      registers,
      collect() {
        this.set(readModel.status().parked.filter(({ foreign }) => foreign).length);
      },
    });
    new Gauge({
      name: 'knipkaart_processes_parked',
      help: 'Processes with an event that cannot be read.',
      registers,
      collect() {
        const { parked } = readModel.status();
        this.set(parked.filter(({ stream }) => stream.startsWith(processStream(''))).length);
      },
    });
    new Gauge({
      name: 'knipkaart_policies_parked',
      help: 'Streams for which something that should follow could not be done.',
      registers,
      collect() {
        this.set(policies.parked().length);
      },
    });
    new Gauge({
      name: 'knipkaart_work_pieces',
      help: 'Pieces of work on large diagrams that wait for a thread, or are being done.',
      labelNames: ['state'],
      registers,
      collect() {
        const { waiting = 0, running = 0 } = work.numbers ?? {};
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'running' }, running);
      },
    });
    new Gauge({
      name: 'knipkaart_work_ended',
      help: 'Pieces of work on large diagrams since the start, by how they ended.',
      labelNames: ['how'],
      registers,
      collect() {
        for (const [how, pieces] of Object.entries(work.numbers?.ended ?? {})) this.set({ how }, pieces);
      },
    });
  }

  /** Counts every request by its route, so that ids do not become labels. */
  watch(server: FastifyInstance): void {
    server.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      this.requests.observe(
        { method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1000,
      );
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    await this.lookAtLog();
    return this.registry.metrics();
  }

  private async lookAtLog(): Promise<void> {
    const unanswered = await this.log.failure();
    this.reachable.set(unanswered === undefined ? 1 : 0);
    const newest = unanswered === undefined ? await this.log.position() : 'late';
    if (newest === 'late') return this.behind.set(Number.NaN);
    const here = this.readModel.position();
    const hasAll =
      newest === undefined || (here !== undefined && this.store.comparePositions(here, newest) >= 0);
    this.behind.set(hasAll ? 0 : 1);
  }
}
