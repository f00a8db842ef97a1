import { Module } from '@nestjs/common';
import { LogController } from './log.controller.js';

/** The log as it is stored, for auditors. */
@Module({ controllers: [LogController] })
export class AuditModule {}
