import type { Position } from '#event-store';

/** The outcome of a write. */
export interface WriteResult {
  /** Of what was made or written to. */
  id: string;
  /** The version it made. When it changed nothing, the version that holds what it asked for. */
  version: number;
  /** A reader who sends this position sees it. */
  position: Position | undefined;
  /** False when it changed nothing. */
  recorded: boolean;
  /** Its path. */
  address: string;
}
