import { describe, expect, it } from '@jest/globals';
import {
  drawingNews,
  isSending,
  isUnsaved,
  nextAttempt,
  nothingOpened,
  saving,
  type Attempt,
  type Saving,
  type SavingEvent,
} from './saving.js';

const attempt: Attempt = { key: 'k1', xml: '<a/>', note: '', seen: 4, changed: 1 };
const actor = { id: 'werkgroep-soza', name: 'Werkgroep SOZA' };
const moved = {
  changedHands: [{ id: 'T1', had: { kind: 'task' }, has: { kind: 'task' }, decisions: ['knip' as const] }],
  renamed: [],
};
const after = (...events: SavingEvent[]): Saving => events.reduce(saving, nothingOpened);
const opened: SavingEvent = { type: 'opened', seen: 4, unsaved: false };

describe('saving a drawing', () => {
  it('is saved after opening, unsaved after a change, saved after the answer', () => {
    expect(isUnsaved(after(opened))).toBe(false);
    expect(isUnsaved(after(opened, { type: 'edited' }))).toBe(true);
    const saved = after(
      opened,
      { type: 'edited' },
      { type: 'sent', attempt },
      { type: 'stored', version: 6 },
    );
    expect(isUnsaved(saved)).toBe(false);
    expect(saved).toMatchObject({ seen: 6, last: { version: 6, made: true } });
  });

  it('still counts as unsaved what was drawn while the save was on its way', () => {
    const state = after(
      opened,
      { type: 'edited' },
      { type: 'sent', attempt },
      { type: 'edited' },
      { type: 'stored', version: 6 },
    );
    expect(isUnsaved(state)).toBe(true);
  });

  it('says that nothing changed when the service already has these bytes', () => {
    expect(after(opened, { type: 'sent', attempt }, { type: 'unchanged', version: 4 }).last).toEqual({
      version: 4,
      made: false,
    });
  });

  it('is saved again when every change was undone', () => {
    expect(isUnsaved(after(opened, { type: 'edited' }, { type: 'edited' }, { type: 'undone' }))).toBe(false);
  });

  it('takes up restored work as unsaved, on the version it was made on', () => {
    const state = after({ type: 'opened', seen: 2, unsaved: true });
    expect(isUnsaved(state)).toBe(true);
    expect(state.seen).toBe(2);
  });

  it('sends a save without an answer again as it was, and what was drawn since after it', () => {
    const lost = after(
      opened,
      { type: 'edited' },
      { type: 'sent', attempt },
      { type: 'failed', failure: { kind: 'network' } },
    );
    expect(isUnsaved(lost)).toBe(true);
    expect(isSending(lost)).toBe(false);
    expect(nextAttempt(lost, { key: 'k2', xml: '<a/>', note: '', changed: 1 })).toEqual({
      attempt,
      thenAnew: false,
    });
    expect(nextAttempt(lost, { key: 'k2', xml: '<b/>', note: '', changed: 2 })).toEqual({
      attempt,
      thenAnew: true,
    });
  });

  it('counts only what was sent as saved when a lost save turns out to have arrived', () => {
    const state = after(
      opened,
      { type: 'edited' },
      { type: 'sent', attempt },
      { type: 'failed', failure: { kind: 'network' } },
      { type: 'edited' },
      { type: 'sent', attempt },
      { type: 'stored', version: 5 },
    );
    expect(isUnsaved(state)).toBe(true);
  });

  it('makes a new save after a refusal', () => {
    const refused = after(
      opened,
      { type: 'edited' },
      { type: 'sent', attempt },
      { type: 'failed', failure: { kind: 'refused', message: 'te groot' } },
    );
    expect(nextAttempt(refused, { key: 'k2', xml: '<b/>', note: 'n', changed: 1 })).toEqual({
      attempt: { key: 'k2', xml: '<b/>', note: 'n', changed: 1, seen: 4 },
      thenAnew: false,
    });
  });
});

describe('a drawing that somebody else saved in between', () => {
  const overtaken = after(
    opened,
    { type: 'edited' },
    { type: 'sent', attempt },
    { type: 'overtaken', conflict: { version: 9, changes: [] } },
  );

  it('keeps the work unsaved and does not count the other drawing as seen', () => {
    expect(isUnsaved(overtaken)).toBe(true);
    expect(overtaken.seen).toBe(4);
    expect(nextAttempt(overtaken, { key: 'k2', xml: '<b/>', note: '', changed: 2 }).attempt.seen).toBe(4);
  });

  it('goes on top of theirs only when the person says so', () => {
    const knowingly = saving(overtaken, { type: 'knowingly' });
    expect(knowingly.conflict).toBeUndefined();
    expect(nextAttempt(knowingly, { key: 'k2', xml: '<b/>', note: '', changed: 2 }).attempt.seen).toBe(9);
  });

  it('is asked about again when nothing was stored on top of it after all', () => {
    const asked = [{ type: 'knowingly' }, { type: 'ids-moved', moved }] satisfies SavingEvent[];
    const back = [...asked, { type: 'ids-put-aside' } as const].reduce(saving, overtaken);
    expect(back.moved).toBeUndefined();
    expect(back.seen).toBe(4);
    const answered = [...asked, { type: 'ids-answered' } as const].reduce(saving, overtaken);
    expect(answered.seen).toBe(9);
  });

  it('is refused again when the choice was put off', () => {
    const later = saving(overtaken, { type: 'conflict-put-aside' });
    expect(later.conflict).toBeUndefined();
    expect(later.seen).toBe(4);
  });

  it('is loaded when nothing here is unsaved or in hand, told otherwise, and ignored when it is our own', () => {
    const news = { diagram: { digest: 'd', version: 7, drawn: true } };
    expect(drawingNews(after(opened), news, false)).toBe('load');
    expect(drawingNews(after(opened), news, true)).toBe('tell');
    expect(drawingNews(after(opened, { type: 'edited' }), news, false)).toBe('tell');
    expect(drawingNews(after(opened, { type: 'sent', attempt }), news, false)).toBe('none');
    const mine = after(opened, { type: 'sent', attempt }, { type: 'stored', version: 7 });
    expect(drawingNews(mine, news, false)).toBe('none');
    expect(
      saving(after(opened, { type: 'edited' }), { type: 'newer-seen', version: 7, actor }).newer?.version,
    ).toBe(7);
  });
});

describe('what the page tells of a save', () => {
  const conflict = { version: 9, changes: [] };
  /** Everything that can be told at once. */
  const full: Saving = {
    seen: 8,
    changed: 3,
    savedAt: 1,
    attempt,
    failure: { kind: 'network' },
    conflict,
    moved,
    seenBefore: 2,
    last: { version: 8, made: true },
    newer: { version: 9, actor },
  };
  const refused: SavingEvent = { type: 'failed', failure: { kind: 'refused', message: 'nee' } };
  const events: [SavingEvent, gone: (keyof Saving)[]][] = [
    [opened, ['attempt', 'failure', 'conflict', 'moved', 'seenBefore', 'last', 'newer']],
    [{ type: 'edited' }, ['last']],
    [{ type: 'undone' }, []],
    [{ type: 'sent', attempt }, ['failure', 'last']],
    [{ type: 'stored', version: 9 }, ['attempt', 'failure', 'conflict', 'moved', 'seenBefore', 'newer']],
    [{ type: 'unchanged', version: 9 }, ['attempt', 'failure', 'conflict', 'moved', 'seenBefore', 'newer']],
    [{ type: 'failed', failure: { kind: 'network' } }, []],
    [refused, ['attempt']],
    [{ type: 'overtaken', conflict }, ['attempt', 'failure']],
    [{ type: 'knowingly' }, ['conflict', 'newer']],
    [{ type: 'conflict-put-aside' }, ['conflict']],
    [{ type: 'ids-moved', moved }, ['attempt', 'failure']],
    [{ type: 'ids-answered' }, ['moved']],
    [{ type: 'ids-put-aside' }, ['moved', 'seenBefore']],
    [{ type: 'newer-seen', version: 9 }, []],
  ];

  it.each(events.map(([event, gone]) => [event.type, event, gone] as const))(
    'goes once something else happened: %s',
    (_, event, gone) => {
      const then = saving(full, event);
      const left = (Object.keys(full) as (keyof Saving)[]).filter((key) => then[key] === undefined);
      expect(left).toEqual(gone);
    },
  );

  it('never goes back to an older version than was seen', () => {
    expect(saving(full, { type: 'stored', version: 7 }).seen).toBe(8);
    expect(saving(full, { type: 'knowingly' })).toMatchObject({ seen: 9, seenBefore: 8 });
    expect(saving(full, { type: 'ids-put-aside' }).seen).toBe(2);
  });

  it('is sent again only where it got no answer, not while it is on its way', () => {
    const wanted = { key: 'k2', xml: '<b/>', note: '', changed: 3 };
    expect(nextAttempt(full, wanted)).toEqual({ attempt, thenAnew: true });
    const onItsWay = saving(full, { type: 'sent', attempt });
    expect(nextAttempt(onItsWay, wanted)).toEqual({ attempt: { ...wanted, seen: 8 }, thenAnew: false });
  });
});
