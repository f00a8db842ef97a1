import { Module } from '@nestjs/common';
import { ApiDescription } from '../platform/http/docs/open-api.js';
import { LogController } from './log.controller.js';

/** The log as it is stored, for auditors. */
@Module({ controllers: [LogController] })
export class AuditModule {
  constructor(description: ApiDescription) {
    description.add({ tags: { Log: 'The log of all events (logboek).' } });
  }
}
