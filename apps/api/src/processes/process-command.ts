import { Command } from '@nestjs/cqrs';
import type { Position } from '#event-store';
import type { Writing } from '../platform/writing/writing.js';

/** What a write came to. */
export interface WriteResult {
  id: string;
  /** The version it made; where it changed nothing, the version that holds what it asked for. */
  version: number;
  /** Whoever reads from here on sees it. */
  position: Position | undefined;
  /** False where it changed nothing. */
  recorded: boolean;
}

/**
 * A command on a process: who asks, under which conditions, and what; `C` is the domain's command, `R` what
 * it comes to.
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
