import type { Position } from '#event-store';

/** The outcome of a write. */
export interface WriteResult {
  id: string;
  /** The version it made; where it changed nothing, the version that holds what it asked for. */
  version: number;
  /** Reading from here on shows it. */
  position: Position | undefined;
  /** False where it changed nothing. */
  recorded: boolean;
  /** Path of what was written to. */
  address: string;
}
