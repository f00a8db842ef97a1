import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadModel } from '../read-model/read-model.js';
import { Metrics } from './metrics.js';

interface Readiness {
  status: 'ready' | 'not ready';
  /** What keeps it from being ready. */
  reason?: string;
  /** What does not, but needs somebody to look at it. */
  warnings?: string[];
}

/** For whoever watches over the service: does it live, is it ready, how is it. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly readModel: ReadModel,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('health/ready')
  ready(@Res({ passthrough: true }) reply: FastifyReply): Readiness {
    const { phase, failure, parked } = this.readModel.status();
    const warnings = parked.map(({ id, version }) => `Process ${id} is stale: event ${version} could not be read.`);
    const warned = warnings.length > 0 && { warnings };
    if (phase === 'following') return { status: 'ready', ...warned };
    void reply.status(503);
    const reason = failure === undefined ? 'The read model is being built from the log.' : `The read model cannot follow the log: ${failure}`;
    return { status: 'not ready', reason, ...warned };
  }

  @Get('metrics')
  @Header('Cache-Control', 'no-store')
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('Content-Type', this.metrics.contentType);
    return this.metrics.text();
  }
}
