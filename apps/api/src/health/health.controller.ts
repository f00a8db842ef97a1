import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { anyone } from '../platform/http/routes/actions.js';
import { Opening } from '../platform/http/input/opening.js';
import { Does, ForMonitors } from '../platform/http/routes/route-says.js';
import { LogProbe } from '../platform/log/log-probe.js';
import { named } from '../platform/projections/unit/stream-name.js';
import { PolicyRunner } from '../platform/policies/policy-runner.js';
import { Metrics } from './metrics.js';

interface Readiness {
  status: 'ready' | 'not ready';
  /** What keeps it from being ready. */
  reason?: string;
  /** What does not, but needs somebody to look at it. */
  warnings?: string[];
}

/** For monitors: does the service live, is it ready, and how does it do. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly readModel: ReadModel,
    private readonly metrics: Metrics,
    private readonly opening: Opening,
    private readonly policies: PolicyRunner,
    private readonly log: LogProbe,
  ) {}

  @Get('health/live')
  @Does(anyone)
  @ForMonitors()
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('health/ready')
  @Does(anyone)
  @ForMonitors()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const warnings = [
      ...this.readModel
        .status()
        .parked.map(({ stream, version, foreign }) =>
          foreign
            ? `${named(stream)} is stale: event ${version} is foreign (${foreign}). “npm run log -- copy --without-foreign” makes a log without it.`
            : `${named(stream)} is stale: event ${version} could not be read.`,
        ),
      ...this.policies
        .parked()
        .map(({ stream, reason }) => `${named(stream)} could not go on by itself: ${reason}`),
    ];
    const warned = warnings.length > 0 && { warnings };
    const reason = await this.obstacle();
    if (reason === undefined) return { status: 'ready', ...warned };
    void reply.status(503);
    return { status: 'not ready', reason, ...warned };
  }

  /** What keeps this instance from serving both those who read and those who write. */
  private async obstacle(): Promise<string | undefined> {
    const { phase, failure } = this.readModel.status();
    if (failure !== undefined) return `The read model cannot follow the log: ${failure}`;
    if (phase !== 'following') return 'The read model is being built from the log.';
    if (!this.opening.done) return 'The generic processes are being loaded.';
    const unanswered = await this.log.failure();
    return unanswered && `The log does not answer: ${unanswered}`;
  }

  @Get('metrics')
  @Does(anyone)
  @ForMonitors()
  @Header('Cache-Control', 'no-store')
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('Content-Type', this.metrics.contentType);
    return this.metrics.text();
  }
}
