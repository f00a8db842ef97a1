import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EventStore } from '#event-store';
import { ReadModel } from '../read-model/read-model.js';
import { EVENT_STORE } from '../server/event-store.token.js';

/** What the service tells a monitor about itself, as Prometheus reads it. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'knipkaart_http_request_duration_seconds', help: 'Answered HTTP requests and how long they took.',
    labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [this.registry],
  });

  constructor(readModel: ReadModel, @Inject(EVENT_STORE) store: EventStore) {
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    const projected = new Counter({ name: 'knipkaart_events_projected_total', help: 'Events that became visible since the start.', registers });
    readModel.onApplied((events) => projected.inc(events.length));
    new Gauge({
      name: 'knipkaart_read_model_behind', help: '1 while the log holds something that cannot be read here yet.', registers,
      async collect() {
        const [last, here] = [await store.lastPosition(), readModel.position()];
        this.set(last === undefined || (here !== undefined && store.comparePositions(here, last) >= 0) ? 0 : 1);
      },
    });
    new Gauge({
      name: 'knipkaart_read_model_following', help: '1 while the read model follows the log.', registers,
      collect() {
        this.set(readModel.phase === 'following' ? 1 : 0);
      },
    });
    new Gauge({
      name: 'knipkaart_processes_parked', help: 'Processes with an event that cannot be read.', registers,
      collect() {
        this.set(readModel.status().parked.length);
      },
    });
  }

  /** Counts every request by its route, so that ids do not become labels. */
  watch(server: FastifyInstance): void {
    server.addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      this.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
