import { WriteCommand } from '../platform/writing/write-command.js';
import type { WriteResult } from '../platform/writing/write-result.js';

/**
 * A command on a process; `C` is the domain's command. Which process it is, and what was seen of it, stands
 * in the writing.
 */
export abstract class ProcessCommand<
  C extends object,
  R extends WriteResult = WriteResult,
> extends WriteCommand<Omit<C, 'process' | 'seen'>, R> {}
