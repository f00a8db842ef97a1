import type { ComparisonAnswer, DecisionChange, DiagramChange, Side } from '#contract';
import type { ChangeMark, ChangeSymbol } from '../canvas/extensions/change-marks/index.js';
import type { HistoryWords } from '../process/sentences/sentences.js';
import { changeSentence, layoutSentence } from '../process/sentences/change-sentence.js';
import { decisionSentence, saysWhy } from './decision-sentence.js';
import type { ComparisonWords } from '../process/sentences/element-words.js';
import type { Places } from '../process/sentences/places.js';

export type Part = 'decisions' | 'changes' | 'layout';

/** One line of the list of differences. */
export interface Entry {
  /** From 1, the same in the list and in the drawings. */
  number: number;
  part: Part;
  symbol: ChangeSymbol;
  /** Names set apart as in `history/sentences`. */
  sentence: string;
  /** Ids of the element it is about in either drawing; absent where that drawing does not have it. */
  before?: string;
  after?: string;
  /** Texts too long for the sentence. */
  was?: string;
  is?: string;
  /** Of a decision. */
  decided?: DecisionChange;
  /** What the decision says why, where the sentence does not. */
  why?: string;
}

export interface Words {
  t: ComparisonWords;
  history: HistoryWords;
  language: string;
  /** The side that a step had on the earlier side. */
  sideBefore?(id: string): Side | undefined;
}

/** The knip first, since that is what one asks about. */
const RANK: DecisionChange['kind'][] = [
  'knip',
  'binding',
  'handover',
  'channels',
  'dataRequests',
  'owner',
  'milestone',
  'name',
  'retirement',
];

const MOVED: ReadonlySet<string> = new Set(['movedLane', 'movedParticipant', 'movedSubProcess', 'rerouted']);

/**
 * What differs, line by line: decisions first, then the diagram, all about one element together, then the
 * drawing where that is asked for.
 */
export function entriesOf(
  answer: ComparisonAnswer,
  places: Places,
  { t, history, language, sideBefore }: Words,
  withLayout: boolean,
): Entry[] {
  const earlier = new Map(answer.renamedIds.map(({ before, after }) => [after, before]));
  const later = new Map(answer.renamedIds.map(({ before, after }) => [before, after]));
  const decisions = answer.decisions
    .toSorted((one, other) => RANK.indexOf(one.kind) - RANK.indexOf(other.kind))
    .map((decided): Omit<Entry, 'number'> => {
      const ids = idsOf(decided, earlier, later);
      const why = saysWhy(decided) ? undefined : (decided.after?.reason ?? decided.after?.note);
      return {
        part: 'decisions',
        symbol: 'decided',
        sentence: decisionSentence(
          decided,
          t,
          history,
          ids.before === undefined ? undefined : sideBefore?.(ids.before),
        ),
        decided,
        ...ids,
        ...(why && { why }),
      };
    });
  const changes = together(answer.changes).map(
    (change): Omit<Entry, 'number'> => ({
      part: 'changes',
      symbol: symbolOf(change),
      ...changeSentence(change, places, t, language),
      ...drawnBy(change, places, earlier),
    }),
  );
  const layout = withLayout
    ? answer.layout.moved.map(
        (moved): Omit<Entry, 'number'> => ({
          part: 'layout',
          symbol: 'drawn',
          sentence: layoutSentence(moved, places, t),
          before: earlier.get(moved.elementId) ?? moved.elementId,
          after: moved.elementId,
        }),
      )
    : [];
  return [...decisions, ...changes, ...layout].map((entry, index) => ({ number: index + 1, ...entry }));
}

/** How many differences an answer has no room for. */
export function leftOutOf({ summary, changes, leftOut = {} }: ComparisonAnswer): number {
  // Those of changes are in the summary already, with what later pages tell.
  const { changes: _, ...others } = leftOut;
  return Object.values(others).reduce((sum, count) => sum + count, summary.semantic - changes.length);
}

/** The marks of one drawing: one per element and symbol, with the numbers of its lines. */
export function marksOf(entries: readonly Entry[], side: 'before' | 'after'): ChangeMark[] {
  const marks = new Map<string, { id: string; symbol: ChangeSymbol; numbers: number[] }>();
  for (const entry of entries) {
    const id = entry[side];
    if (id === undefined) continue;
    const key = `${entry.symbol} ${id}`;
    const mark = marks.get(key);
    if (mark) mark.numbers.push(entry.number);
    else marks.set(key, { id, symbol: entry.symbol, numbers: [entry.number] });
  }
  return [...marks.values()].map(({ id, symbol, numbers }) => ({ id, symbol, numbers: ranges(numbers) }));
}

/**
 * Which line tells about an element that was pointed at: the one after the current one, so that pointing
 * again goes on.
 */
export function entryAbout(
  entries: readonly Entry[],
  side: 'before' | 'after',
  id: string,
  current: number | undefined,
): Entry | undefined {
  const about = entries.filter((entry) => entry[side] === id);
  return about.find(({ number }) => number > (current ?? 0)) ?? about[0];
}

const symbolOf = ({ kind }: DiagramChange): ChangeSymbol =>
  kind === 'added' || kind === 'removed' ? kind : MOVED.has(kind) ? 'moved' : 'changed';

/** Where a change is seen: at its element, or at what speaks of it where that is not drawn. */
function drawnBy(
  change: DiagramChange,
  places: Places,
  earlier: ReadonlyMap<string, string>,
): Pick<Entry, 'before' | 'after'> {
  const id = places(change.elementId)?.usedBy ?? change.elementId;
  if (id === '') return {};
  return {
    ...(change.kind !== 'added' && { before: change.kind === 'removed' ? id : (earlier.get(id) ?? id) }),
    ...(change.kind !== 'removed' && { after: id }),
  };
}

/** The ids in either drawing of what was decided on; an id that another element has there is none. */
function idsOf(
  { kind, before, after }: DecisionChange,
  earlier: ReadonlyMap<string, string>,
  later: ReadonlyMap<string, string>,
): Pick<Entry, 'before' | 'after'> {
  const [id, now] = [before, after].map((item) => (kind === 'handover' ? item?.flowId : item?.elementId));
  if (id !== undefined)
    return { before: id, ...found('after', later.get(id) ?? (earlier.has(id) ? '' : id)) };
  if (now === undefined) return {};
  return { ...found('before', earlier.get(now) ?? (later.has(now) ? '' : now)), after: now };
}

const found = (side: 'before' | 'after', id: string): Pick<Entry, 'before' | 'after'> =>
  id === '' ? {} : { [side]: id };

/** In the order given, but all about one element at its first place. */
function together(changes: readonly DiagramChange[]): DiagramChange[] {
  const byElement = new Map<string, DiagramChange[]>();
  for (const [index, change] of changes.entries()) {
    const key =
      change.elementId === '' ? `?${index}` : `${change.kind === 'removed' ? '-' : '='}${change.elementId}`;
    const others = byElement.get(key);
    if (others) others.push(change);
    else byElement.set(key, [change]);
  }
  return [...byElement.values()].flat();
}

/** `3, 5–7` */
function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of numbers) {
    const last = parts.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
