import { Command } from '@nestjs/cqrs';
import type { WriteResult } from '../platform/writing/write-result.js';
import type { Writing } from '../platform/writing/writing.js';

/**
 * A command on a process: who asks, under which conditions, and what; `C` is the domain's command, `R` its
 * result.
 */
export abstract class ProcessCommand<
  C extends object,
  R extends WriteResult = WriteResult,
> extends Command<R> {
  constructor(
    readonly writing: Writing,
    readonly content: Omit<C, 'process' | 'seen'>,
  ) {
    super();
  }
}
