import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogToRead, Position, StoredEvent } from '#event-store';

const PAGE = 500;

/**
 * Every event that stood in a log when the reading began, in order, page by page.
 * @param onProgress told how much is done, 0 to 1; what it throws ends the reading
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
    // A server is asked for the next page while this one is worked on; whoever stops meanwhile does not wait
    // for its answer.
    next?.catch(() => undefined);
    yield page;
    // Reading a file never waits, so nothing else would get its turn: a signal, say.
    await nextTurn();
    onProgress(log.comparePositions(last, first) / Math.max(1, log.comparePositions(end, first)));
  }
}
