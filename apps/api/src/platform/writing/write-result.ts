import type { Position } from '#event-store';

/** The outcome of a write. */
export interface WriteResult {
  id: string;
  /** The version it made. When it changed nothing, the version that holds what it asked for. */
  version: number;
  /** A reader who sends this position sees it. */
  position: Position | undefined;
  /** False when it changed nothing. */
  recorded: boolean;
  /** Path of what was written to. */
  address: string;
}
