import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogToRead, Position, StoredEvent } from '#event-store';

const PAGE = 500;

/**
 * Reads every event that is in a log at the start of the call, in order, page by page.
 * @param onProgress gets the progress, 0 to 1; an error it throws ends the reading
 */
export async function* pagesOf(
  log: LogToRead['events'],
  onProgress: (share: number) => void,
): AsyncGenerator<StoredEvent[]> {
  const end = await log.lastPosition();
  if (end === undefined) return;
  let begin: Position | undefined;
  let next: Promise<StoredEvent[]> | undefined = log.readAll(undefined, PAGE);
  while (next) {
    const page: StoredEvent[] = (await next).filter(
      ({ position }) => log.comparePositions(position, end) <= 0,
    );
    const last: Position | undefined = page.at(-1)?.position;
    if (last === undefined) return;
    const first = (begin ??= page[0]?.position ?? last);
    next = log.comparePositions(last, end) < 0 ? log.readAll(last, PAGE) : undefined;
    // The next page is requested while the caller works on this one. If the caller stops meanwhile, nothing
    // waits for that answer.
    next?.catch(() => undefined);
    yield page;
    // Reading a file never waits, so nothing else would get a turn, for example a signal handler.
    await nextTurn();
    onProgress(log.comparePositions(last, first) / Math.max(1, log.comparePositions(end, first)));
  }
}
