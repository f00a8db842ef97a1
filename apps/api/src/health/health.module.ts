import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { DiagramsModule } from '../diagrams/index.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

/** Whether the service lives, is ready, and how it does. */
@Module({ imports: [DiagramsModule], controllers: [HealthController], providers: [Metrics] })
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    this.metrics.watch(this.host.httpAdapter.getInstance());
  }
}
