import type { HistoryItem, Page } from '#contract';
import { get } from '../../http.js';
import type { Subject } from '../../process/subject.js';
import type { MovedIds } from './said-of-ids.js';

/** What became of decisions that were to follow their steps. */
export interface Followed {
  /** How many went along. */
  along: number;
  /** Ended, since what they are about is gone. */
  gone: HistoryItem[];
  /** Ended, because their step has a decision of that kind of its own. */
  replaced: HistoryItem[];
}

const WINDOW = 200;

/**
 * Reads from the history what the save that led to this version did with decisions; nothing where it did
 * nothing.
 * @param moved what the person was asked about
 */
export async function whatFollowed(
  subject: Subject,
  version: number,
  moved: MovedIds,
): Promise<Followed | undefined> {
  const items = await recordedTogether(version, async (after, limit) => {
    const address = subject.path(`/history?after=${after}&limit=${limit}`);
    return (await get<Page<HistoryItem>>(address)).items;
  });
  return followedIn(items, moved);
}

/** What these events did with decisions; undefined where they did nothing. */
export function followedIn(items: readonly HistoryItem[], moved: MovedIds): Followed | undefined {
  const stillThere = new Set(
    [...moved.changedHands, ...moved.renamed]
      .filter(({ wentTo }) => wentTo !== undefined)
      .map(({ id }) => id),
  );
  const ended = items.filter((item) => ENDINGS.includes(item.type) && item.carriedTo === undefined);
  const there = (item: HistoryItem) => stillThere.has(item.elementId ?? item.flowId ?? '');
  const along = items.filter(({ carriedTo }) => carriedTo !== undefined).length;
  if (along + ended.length === 0) return undefined;
  return { along, gone: ended.filter((item) => !there(item)), replaced: ended.filter(there) };
}

const ENDINGS = ['KnipWithdrawn', 'BindingLifted', 'DecisionEnded'];

/**
 * The events that were recorded with the last one, which have its moment and its person.
 * @param version that of the last one
 * @param read gives the events after a version, at most so many
 */
export async function recordedTogether(
  version: number,
  read: (after: number, limit: number) => Promise<readonly HistoryItem[]>,
): Promise<HistoryItem[]> {
  const found: HistoryItem[] = [];
  for (let end = version; end > 0; end -= WINDOW) {
    const after = Math.max(0, end - WINDOW);
    const items = await read(after, end - after);
    const last = found[0] ?? items.at(-1);
    const same = items.filter(({ at, actor }) => at === last?.at && actor.id === last.actor.id);
    found.push(...same);
    if (same.length < items.length) break;
  }
  return found;
}
