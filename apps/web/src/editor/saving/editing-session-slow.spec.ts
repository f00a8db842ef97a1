import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Draft } from './draft.js';
import { EditingSession } from './editing-session.js';
import { isUnsaved } from './saving.js';
import { SlowWorld } from './slow-world.js';

const ME = 'werkgroep-wmo';
const SAVED = '<saved/>';
const answer = { version: 5, diagram: { digest: 'a', version: 3, drawn: true } };
const newer = { version: 6, diagram: { digest: 'b', version: 6, drawn: true } };
const draft = (more: Partial<Draft>): Draft => ({
  id: 'd',
  process: 'p',
  person: ME,
  seen: 5,
  xml: '<before/>',
  at: 0,
  ...more,
});

let here: SlowWorld;
let session: EditingSession;

/** The person changes the drawing. */
const edit = (xml: string, canvas = here.canvas) => {
  canvas.drawing = xml;
  session.changed();
};
/** The same, with its copy complete. */
const draw = async (xml: string) => {
  edit(xml);
  await here.finishAll(session.settle());
};
const keptDrawings = () => [...here.drafts.values()].map(({ xml }) => xml).toSorted();

beforeEach(async () => {
  here = new SlowWorld();
  session = new EditingSession('p', ME, here.ports());
  await here.finishAll(session.open(here.canvas, { xml: SAVED, seen: 5 }, answer));
});

describe('Saving, while canvas and service take their time,', () => {
  it('does not count as saved what was drawn while the canvas was being read', async () => {
    await draw('<one/>');
    const saving = session.save('');
    await here.finish('xml');
    await here.finish('put');
    await here.still();
    expect(here.waiting).toEqual(['xml']);
    edit('<two/>');
    await here.finish('xml');
    expect(here.sent.map(({ xml }) => xml)).toEqual(['<one/>']);
    await here.finishAll(saving);
    expect(isUnsaved(session.state.saving)).toBe(true);
    await here.finishAll(session.save(''));
    expect(here.sent.map(({ xml }) => xml)).toEqual(['<one/>', '<two/>']);
    expect(isUnsaved(session.state.saving)).toBe(false);
  });

  it('does not count as saved what was drawn while the save was on its way, and keeps its copy', async () => {
    await draw('<one/>');
    const saving = session.save('');
    await here.finish('xml');
    await here.finish('put');
    await here.finish('xml');
    edit('<two/>');
    await here.finishAll(saving);
    expect(isUnsaved(session.state.saving)).toBe(true);
    expect(keptDrawings()).toEqual(['<two/>']);
    expect(session.state.kept).toBe('kept');
  });

  it('saves once when somebody clicks twice', async () => {
    await draw('<one/>');
    const clicks = [session.save(''), session.save('')];
    await here.finishAll(Promise.all(clicks));
    expect(session.state.saving.last).toEqual({ version: 6, made: true });
    await here.finishAll(session.save(''));
    expect(here.sent).toHaveLength(1);
  });

  it('sends a save without an answer again under its own key, with a second click and what came after', async () => {
    await draw('<one/>');
    here.answers.push({ outcome: 'failed', failure: { kind: 'network' } });
    await here.finishAll(session.save(''));
    edit('<two/>');
    const again = [session.save(''), session.save('')];
    await here.finishAll(Promise.all(again));
    expect(here.sent.map(({ xml }) => xml)).toEqual(['<one/>', '<one/>', '<two/>']);
    expect(here.sent[1]!.key).toBe(here.sent[0]!.key);
    expect(isUnsaved(session.state.saving)).toBe(false);
  });

  it('does not clear away the copy of what was drawn while the old copy was being cleared', async () => {
    await draw('<one/>');
    const saving = session.save('');
    await here.finish('xml');
    await here.finish('put');
    await here.finish('xml');
    await here.finish('send');
    await here.still();
    expect(here.waiting).toEqual(['remove']);
    edit('<two/>');
    const settling = session.settle();
    await here.finish('xml');
    // A put that overtook the removal would be removed by it.
    expect(here.waiting).toEqual(['remove']);
    await here.finish('remove');
    expect(session.state.kept).toBe('pending');
    await here.finishAll(Promise.all([saving, settling]));
    expect(keptDrawings()).toEqual(['<two/>']);
    expect(session.losesOnLeaving).toBe(false);
  });
});

describe('The copy in the browser, while canvas and store take their time,', () => {
  it('counts as complete only with the last change', async () => {
    edit('<one/>');
    const settling = session.settle();
    await here.still();
    edit('<two/>');
    await here.finish('xml');
    await here.finish('put');
    await settling;
    expect(session.state.kept).toBe('pending');
    expect(session.losesOnLeaving).toBe(true);
    await here.finishAll(session.settle());
    expect([session.state.kept, session.losesOnLeaving]).toEqual(['kept', false]);
    expect(keptDrawings()).toEqual(['<two/>']);
  });

  it('never goes back to an earlier drawing, however many readings are under way', async () => {
    edit('<one/>');
    const first = session.settle();
    await here.still();
    edit('<two/>');
    const second = session.settle();
    await here.still();
    expect(here.waiting).toEqual(['xml']);
    await here.finishAll(Promise.all([first, second]));
    expect(keptDrawings()).toEqual(['<two/>']);
    expect(session.unsaved?.xml).toBe('<two/>');
  });

  it('stays when a change was made while the canvas was found to be as saved', async () => {
    await draw('<one/>');
    edit(SAVED);
    const settling = session.settle();
    await here.still();
    edit('<two/>');
    await here.finishAll(settling);
    expect(isUnsaved(session.state.saving)).toBe(true);
    await here.finishAll(session.settle());
    expect(keptDrawings()).toEqual(['<two/>']);
  });

  it('is complete when the session is closed, with what was drawn while it was being read', async () => {
    edit('<one/>');
    const closing = session.close();
    await here.still();
    edit('<two/>');
    expect(here.held.size).toBe(1);
    await here.finishAll(closing);
    expect(keptDrawings()).toEqual(['<two/>']);
    // Other windows may offer it now.
    expect(here.held.size).toBe(0);
  });
});

describe('Drafts of others', () => {
  const others = [
    draft({ id: 'another person', person: 'werkgroep-soza', xml: SAVED }),
    draft({ id: 'another process', process: 'q', xml: SAVED }),
    draft({ id: 'another tab', xml: SAVED }),
    draft({ id: 'left by a tab', xml: '<before/>' }),
  ];
  const reopen = (xml = SAVED) => {
    session = new EditingSession('p', ME, here.ports());
    return session.open(here.canvas, { xml, seen: 5 }, answer);
  };

  beforeEach(() => {
    for (const each of others) here.drafts.set(each.id, each);
    here.held.add('another tab');
  });

  it('stay when a process is opened; only what a tab left is offered', async () => {
    await here.finishAll(reopen());
    expect(session.state.offers.map((offer) => offer.draft.id)).toEqual(['left by a tab']);
    expect([...here.drafts.keys()].toSorted()).toEqual(others.map(({ id }) => id).toSorted());
  });

  it('are cleared away when they are what was saved, but not when more was kept in them meanwhile', async () => {
    const opening = reopen('<before/>');
    await here.finish('load');
    await here.finish('list');
    await here.finish('held');
    here.drafts.set('left by a tab', draft({ id: 'left by a tab', xml: '<more/>' }));
    await here.finishAll(opening);
    expect(here.drafts.get('left by a tab')?.xml).toBe('<more/>');
    await here.finishAll(reopen('<more/>'));
    expect(here.drafts.has('left by a tab')).toBe(false);
  });
});

describe('Going on with a draft', () => {
  beforeEach(async () => {
    here.drafts.set('d', draft({}));
    session = new EditingSession('p', ME, here.ports());
    await here.finishAll(session.open(here.canvas, { xml: SAVED, seen: 5 }, answer));
  });
  const goOn = () => session.continueDraft(draft({}), answer);

  it('puts aside the open work first, with what was drawn while it was being read', async () => {
    edit('<open/>');
    const going = goOn();
    await here.still();
    edit('<open more/>');
    await here.finishAll(going);
    expect(here.canvas.drawing).toBe('<before/>');
    expect(session.state.offers.map((offer) => offer.draft.xml)).toEqual(['<open more/>']);
    expect(keptDrawings()).toEqual(['<before/>', '<open more/>']);
    expect(isUnsaved(session.state.saving)).toBe(true);
  });

  it('keeps the draft until its own copy is complete', async () => {
    const going = goOn();
    await here.finish('load');
    await here.finish('xml');
    expect(here.drafts.has('d')).toBe(true);
    await here.finish('put');
    await here.finishAll(going);
    expect(keptDrawings()).toEqual(['<before/>']);
    expect(here.drafts.has('d')).toBe(false);
  });

  it('waits for a save that is on its way, and is not taken for what that saves', async () => {
    edit('<open/>');
    const saving = session.save('');
    await here.finish('xml');
    await here.finish('put');
    await here.finish('xml');
    const going = goOn();
    await here.still();
    expect(here.waiting).toEqual(['send']);
    await here.finishAll(Promise.all([saving, going]));
    expect(here.canvas.drawing).toBe('<before/>');
    expect(isUnsaved(session.state.saving)).toBe(true);
    expect(keptDrawings()).toEqual(['<before/>']);
  });

  it('happens once when somebody clicks twice', async () => {
    await here.finishAll(Promise.all([goOn(), goOn()]));
    expect(session.state.offers).toEqual([]);
    expect(keptDrawings()).toEqual(['<before/>']);
  });

  it('keeps the open work on the page where the browser keeps nothing', async () => {
    here.full = true;
    edit('<open/>');
    await here.finishAll(goOn());
    expect(session.state.offers).toMatchObject([
      { draft: { xml: '<open/>' }, kept: false },
      { draft: { xml: '<before/>' }, kept: true },
    ]);
    expect(session.losesOnLeaving).toBe(true);
  });
});

describe('What a colleague saves meanwhile', () => {
  const theirs = { xml: '<theirs/>', seen: 6 };

  it('is shown when nothing is open here', async () => {
    await here.finishAll(session.showNewer(here.canvas, theirs, newer, undefined));
    expect(here.canvas.drawing).toBe('<theirs/>');
    expect(session.state.saving.newer).toBeUndefined();
  });

  it.each([
    ['something was drawn', () => edit('<mine/>')],
    ['something was taken in hand', () => (here.busy = true)],
  ])('is reported, and stays off the canvas, when %s while it was being fetched', async (_, act) => {
    act();
    await here.finishAll(session.showNewer(here.canvas, theirs, newer, undefined));
    expect(here.canvas.loads).toEqual([SAVED]);
    expect(session.state.saving.newer?.version).toBe(6);
  });

  it('leaves work that came in between as a draft where it is opened all the same', async () => {
    await draw('<mine/>');
    const opening = session.open(here.canvas, theirs, newer);
    edit('<mine more/>');
    await here.finish('xml');
    await here.finish('put');
    // While the other drawing is being put on the canvas there is nothing of one's own to read there.
    expect(here.waiting).toEqual(['load']);
    await here.finishAll(Promise.all([opening, session.settle()]));
    expect(keptDrawings()).toEqual(['<mine more/>']);
    expect(here.canvas.drawing).toBe('<theirs/>');
    expect(session.state.offers).toMatchObject([
      { draft: { xml: '<mine more/>' }, behind: true, kept: true },
    ]);
  });
});

describe('When the canvas is made anew, because the right to change the drawing went,', () => {
  it('the last change is a draft, and what is shown is the saved drawing', async () => {
    edit('<mine/>');
    const closing = session.close();
    const viewer = here.another();
    const opening = session.open(viewer, { xml: SAVED, seen: 6 }, answer);
    await here.still();
    edit('<mine more/>');
    await here.finishAll(Promise.all([closing, opening]));
    expect(viewer.loads).toEqual([SAVED]);
    expect(session.state.offers).toMatchObject([{ draft: { xml: '<mine more/>' }, kept: true }]);
    expect(isUnsaved(session.state.saving)).toBe(false);
  });

  it('the work is one draft, also where the browser kept nothing at first', async () => {
    here.full = true;
    await draw('<mine/>');
    here.full = false;
    await draw('<mine more/>');
    void session.close();
    await here.finishAll(session.open(here.another(), { xml: SAVED, seen: 6 }, answer));
    expect(session.state.offers).toMatchObject([{ draft: { xml: '<mine more/>' }, kept: true }]);
    expect(session.state.offers).toHaveLength(1);
    expect(session.losesOnLeaving).toBe(false);
  });

  it('the work stays on the page where the browser keeps nothing', async () => {
    here.full = true;
    edit('<mine/>');
    void session.close();
    await here.finishAll(session.open(here.another(), { xml: SAVED, seen: 6 }, answer));
    expect(session.state.offers).toMatchObject([{ draft: { xml: '<mine/>' }, kept: false }]);
    expect(session.losesOnLeaving).toBe(true);
    await here.finishAll(session.discardDraft(session.state.offers[0]!.draft));
    expect(session.losesOnLeaving).toBe(false);
  });
});
