import type { EventStore, Position } from '#event-store';

interface Progress {
  events: number;
  /** How much of the way is done, 0 to 1. */
  share: number;
}

export type OnProgress = (progress: Progress) => void;

/** What tells, after each page of events, how far the way to the end of the log is done. */
export function progressTo(
  store: EventStore,
  end: Position | undefined,
  onProgress: OnProgress,
): (events: number, first: Position, last: Position) => void {
  let told = 0;
  let begin: Position | undefined;
  return (events, first, last) => {
    if (end === undefined) return;
    begin ??= first;
    told += events;
    const [whole, left] = [store.comparePositions(end, begin), store.comparePositions(end, last)];
    onProgress({ events: told, share: whole > 0 && left > 0 ? 1 - left / whole : 1 });
  };
}
