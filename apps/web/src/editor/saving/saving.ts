import type { Actor, HistoryItem, ProcessAnswer } from '#contract';
import type { IdsAnswer, MovedIds } from '../moved-ids/said-of-ids.js';

/**
 * A save under way or not known to have arrived: sent again with the same key and bytes, so that it is
 * recorded once.
 */
export interface Attempt {
  key: string;
  xml: string;
  note: string;
  /** The version that `If-Match` names. */
  seen: number;
  /** How many changes had been made before the drawing was read: only these are saved by it. */
  changed: number;
  /** What was said of the ids that changed hands, where the service asked. */
  ids?: IdsAnswer;
}

/** Why a save did not come through; nothing is lost by it. */
export type SaveFailure =
  | { kind: 'network' }
  /** `isOfSession`: only since somebody else, or nobody, is signed in. */
  | { kind: 'refused'; message: string; isOfSession?: boolean };

/** Somebody saved another drawing in between: both are kept until the person chooses. */
export interface Conflict {
  /** Newest version of the process. */
  version: number;
  /** What came in between, oldest first. */
  changes: HistoryItem[];
}

/** How the drawing on the canvas stands towards what the service has. */
export interface Saving {
  /** The version up to which this page has seen the drawing: what the next save's `If-Match` says. */
  seen: number;
  /** Counts the changes on the canvas; the drawing is unsaved while it differs from `savedAt`. */
  changed: number;
  savedAt: number;
  attempt?: Attempt;
  failure?: SaveFailure;
  conflict?: Conflict;
  /** The service asks what becomes of the decisions on these before it stores anything. */
  moved?: MovedIds;
  /** What `seen` was before somebody said to save on top of a newer drawing. */
  seenBefore?: number;
  /** The last save of this page: its version, and whether it made one. */
  last?: { version: number; made: boolean };
  /** A newer drawing of somebody else that was not loaded: something here is unsaved or in hand. */
  newer?: { version: number; actor?: Actor };
}

export type SavingEvent =
  | { type: 'opened'; seen: number; unsaved: boolean }
  | { type: 'edited' }
  | { type: 'undone' }
  | { type: 'sent'; attempt: Attempt }
  | { type: 'stored'; version: number }
  | { type: 'unchanged'; version: number }
  | { type: 'failed'; failure: SaveFailure }
  | { type: 'overtaken'; conflict: Conflict }
  | { type: 'knowingly' }
  | { type: 'conflict-put-aside' }
  | { type: 'ids-moved'; moved: MovedIds }
  | { type: 'ids-answered' }
  | { type: 'ids-put-aside' }
  | { type: 'newer-seen'; version: number; actor?: Actor };

export const nothingOpened: Saving = { seen: 0, changed: 0, savedAt: 0 };

/** Whether the canvas holds work that the service does not have. */
export function isUnsaved(saving: Saving): boolean {
  return saving.changed !== saving.savedAt;
}

/** Whether a save is on its way. */
export function isSending(saving: Saving): boolean {
  return saving.attempt !== undefined && saving.failure === undefined;
}

/**
 * What follows from what happened (`undone`: the drawing is again what the service has); the only place that
 * says when work counts as saved.
 */
export function saving(state: Saving, event: SavingEvent): Saving {
  switch (event.type) {
    case 'opened':
      return { seen: event.seen, changed: event.unsaved ? 1 : 0, savedAt: 0 };
    case 'edited': {
      const { last: _last, ...rest } = state;
      return { ...rest, changed: state.changed + 1 };
    }
    case 'undone':
      return { ...state, savedAt: state.changed };
    case 'sent': {
      const { failure: _failure, last: _last, ...rest } = state;
      return { ...rest, attempt: event.attempt };
    }
    case 'stored':
    case 'unchanged':
      return {
        seen: Math.max(state.seen, event.version),
        changed: state.changed,
        savedAt: state.attempt?.changed ?? state.changed,
        last: { version: event.version, made: event.type === 'stored' },
      };
    case 'failed':
      return {
        ...state,
        failure: event.failure,
        ...(event.failure.kind === 'refused' && { attempt: undefined }),
      };
    case 'overtaken': {
      const { attempt: _attempt, failure: _failure, ...rest } = state;
      return { ...rest, conflict: event.conflict };
    }
    case 'knowingly': {
      const { conflict, newer: _newer, ...rest } = state;
      return conflict ? { ...rest, seen: conflict.version, seenBefore: state.seen } : rest;
    }
    case 'conflict-put-aside': {
      const { conflict: _conflict, ...rest } = state;
      return rest;
    }
    case 'ids-moved': {
      const { attempt: _attempt, failure: _failure, ...rest } = state;
      return { ...rest, moved: event.moved };
    }
    case 'ids-answered': {
      const { moved: _moved, ...rest } = state;
      return rest;
    }
    case 'ids-put-aside': {
      // Nothing was stored on top of the newer drawing either, so the page asks about that again too.
      const { moved: _moved, seenBefore = state.seen, ...rest } = state;
      return { ...rest, seen: seenBefore };
    }
    case 'newer-seen':
      return { ...state, newer: { version: event.version, ...(event.actor && { actor: event.actor }) } };
  }
}

/**
 * What to send when somebody saves. A save that may have arrived without its answer goes first, exactly as it
 * was; `thenAnew` says that the canvas has changed since, so that a second save has to follow.
 */
export function nextAttempt(
  state: Saving,
  wanted: Omit<Attempt, 'seen'>,
): { attempt: Attempt; thenAnew: boolean } {
  if (state.attempt && state.failure?.kind === 'network') {
    const { attempt } = state;
    return { attempt, thenAnew: attempt.xml !== wanted.xml };
  }
  return { attempt: { ...wanted, seen: state.seen }, thenAnew: false };
}

/**
 * What a fresh answer of the service means for the drawing on the canvas.
 * @param inHand whether the person is in the middle of something on it
 */
export function drawingNews(
  state: Saving,
  answer: Pick<ProcessAnswer, 'diagram'>,
  inHand: boolean,
): 'none' | 'load' | 'tell' {
  if (!answer.diagram || answer.diagram.version <= state.seen || isSending(state)) return 'none';
  return isUnsaved(state) || inHand ? 'tell' : 'load';
}
