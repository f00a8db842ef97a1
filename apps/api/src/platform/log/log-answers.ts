import type { EventStore, Position } from '#event-store';

/** A probe waits no longer than this: a monitor wants an answer, and asks again. */
const PATIENCE_MS = 2_000;

export type LogAnswer = { position: Position | undefined } | { failure: string };

/** Asks the log for its newest position, and says why where no answer came in time. Never rejects. */
export async function askLog(store: EventStore): Promise<LogAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<LogAnswer>((resolve) => {
    timer = setTimeout(
      () => resolve({ failure: `no answer within ${PATIENCE_MS / 1000} seconds.` }),
      PATIENCE_MS,
    );
  });
  const asked = store.lastPosition().then(
    (position): LogAnswer => ({ position }),
    (error: unknown): LogAnswer => ({ failure: error instanceof Error ? error.message : String(error) }),
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
