import { Command } from '@nestjs/cqrs';
import type { WriteResult } from './write-result.js';
import type { Writing } from './writing.js';

/** A command for the bus: who asks, under which conditions, and what; `R` is its result. */
export abstract class WriteCommand<
  Content extends object,
  R extends WriteResult = WriteResult,
> extends Command<R> {
  constructor(
    readonly writing: Writing,
    readonly content: Content,
  ) {
    super();
  }
}
