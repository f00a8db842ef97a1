import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Outline } from '#bpmn';
import type { Draft } from './draft.js';
import { EditingSession } from './editing-session.js';
import { newsOf } from './news.js';
import { isUnsaved } from './saving.js';
import { SlowWorld } from './slow-world.js';

const ME = 'werkgroep-wmo';
const SAVED = '<saved/>';
const answer = { version: 5, diagram: { digest: 'a', version: 3, drawn: true } };
const newer = { version: 7, diagram: { digest: 'b', version: 6, drawn: true } };
const fenna = { id: 'werkgroep-vergunningen', name: 'Fenna Hoekstra' };
const moved = {
  changedHands: [
    { id: 'T1', had: { kind: 'userTask' }, has: { kind: 'userTask' }, decisions: ['knip' as const] },
  ],
  renamed: [],
};
const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  process: 'p',
  person: ME,
  seen: 5,
  xml: `<${id}/>`,
  at: 0,
  ...more,
});

let here: SlowWorld;
let session: EditingSession;
/** Whether each loading kept what the person was looking at. */
let keptViews: (boolean | undefined)[];

const open = (about = answer, canvas = here.canvas) =>
  here.finishAll(session.open(canvas, { xml: SAVED, seen: about.version }, about));
const edit = (xml: string) => {
  here.canvas.drawing = xml;
  session.changed();
};
const draw = async (xml: string) => {
  edit(xml);
  await here.finishAll(session.settle());
};
const save = () => here.finishAll(session.save(''));
const offered = () => session.state.offers.map(({ draft: { xml } }) => xml);
/** The canvas writes every drawing in a form of its own. */
const rewrites = (canvas = here.canvas) => {
  const { load } = canvas;
  canvas.load = async (xml, ...more: unknown[]) => {
    keptViews.push((more[0] as { keepView?: boolean } | undefined)?.keepView);
    const loaded = await load(xml);
    canvas.drawing = `${xml}.`;
    return { ...loaded, written: `${xml}.` };
  };
};

beforeEach(async () => {
  keptViews = [];
  here = new SlowWorld();
  session = new EditingSession('p', ME, here.ports());
  rewrites();
  await open();
});

describe('What would be lost by leaving', () => {
  it('is the open work and what was put aside, each with the version it was made on', async () => {
    here.drafts.set('kept', draft('kept'));
    here.full = true;
    await draw('<one/>');
    expect(session.left).toEqual([{ xml: '<one/>', seen: 5, kept: false }]);
    await open(newer);
    expect(offered().toSorted()).toEqual(['<kept/>', '<one/>']);
    expect(session.left).toMatchObject([{ xml: '<one/>', kept: false }]);
    await draw('<two/>');
    expect(session.left).toMatchObject([
      { xml: '<two/>', seen: 7, kept: false },
      { xml: '<one/>', seen: 5, kept: false },
    ]);
    here.full = false;
    edit('<two more/>');
    expect(session.left).toMatchObject([{ kept: false }, { xml: '<one/>' }]);
    await here.finishAll(session.settle());
    expect(session.left).toMatchObject([{ xml: '<two more/>', kept: true }, { xml: '<one/>' }]);
  });

  it('is offered once, also when the browser keeps again what came after', async () => {
    here.full = true;
    await draw('<one/>');
    await open(newer);
    here.full = false;
    await draw('<two/>');
    await open(newer);
    expect(offered().toSorted()).toEqual(['<one/>', '<two/>']);
    expect(session.left.map(({ xml }) => xml)).toEqual(['<one/>']);
  });

  it('is no longer told once it was put aside', async () => {
    await draw('<one/>');
    await open(newer, here.another());
    expect([session.state.kept, session.unsaved]).toEqual(['nothing', undefined]);
    await draw('<two/>');
    await here.finishAll(session.open(here.another(), undefined, newer));
    expect(session.state.kept).toBe('nothing');
  });
});

describe('Drafts', () => {
  it('stay offered when another one is thrown away', async () => {
    for (const id of ['d1', 'd2']) here.drafts.set(id, draft(id));
    await open();
    await here.finishAll(session.discardDraft(draft('d1')));
    expect(offered()).toEqual(['<d2/>']);
    expect([...here.drafts.keys()]).toEqual(['d2']);
  });

  it('are behind once somebody saved another drawing, and not when they were made on it', async () => {
    for (const seen of [2, 3]) here.drafts.set(`d${seen}`, draft(`d${seen}`, { seen }));
    await open();
    const behind = session.state.offers.map((offer) => [offer.draft.seen, offer.behind]);
    expect(behind.toSorted()).toEqual([
      [2, true],
      [3, false],
    ]);
  });

  it('are cleared away in either form of the saved drawing', async () => {
    here.drafts.set('sent', draft('sent', { xml: SAVED }));
    here.drafts.set('written', draft('written', { xml: `${SAVED}.` }));
    here.drafts.set('other', draft('other'));
    await open();
    expect([offered(), [...here.drafts.keys()]]).toEqual([['<other/>'], ['other']]);
  });

  it('keep nothing from opening, saving or throwing away where the browser fails', async () => {
    const refuse = () => Promise.reject(new Error('private window'));
    for (const [list, remove] of [
      [refuse, refuse],
      [async () => [draft('done', { xml: SAVED }), draft('d')], refuse],
    ] as const) {
      const ports = here.ports();
      session = new EditingSession('p', ME, { ...ports, drafts: { list, put: refuse, remove } });
      await open();
      await draw('<one/>');
      await here.finishAll(session.discardDraft(draft('d')));
      await save();
      expect(isUnsaved(session.state.saving)).toBe(false);
      expect(offered()).toEqual([]);
    }
  });
});

describe('The saved drawing', () => {
  it('has the version that made it, not the newest of the process', async () => {
    expect(session.saved).toEqual({ xml: SAVED, version: 3 });
    expect(session.asOpened).toEqual({ original: SAVED, written: `${SAVED}.` });
    await draw('<one/>');
    await save();
    expect(session.saved).toEqual({ xml: '<one/>', version: 6 });
    expect(session.asOpened).toEqual({ original: '<one/>', written: '<one/>' });
  });

  it('is what the next save is made on, as far as it was seen', async () => {
    await here.finishAll(session.open(here.canvas, { xml: SAVED, seen: 6 }, newer));
    await draw('<one/>');
    await save();
    expect(here.sent.at(-1)?.seen).toBe(6);
  });

  it('counts as drawn again when its last form comes back, not when an older one does', async () => {
    await draw('<one/>');
    await save();
    await draw('<two/>');
    await draw('<one/>');
    expect([isUnsaved(session.state.saving), here.drafts.size]).toEqual([false, 0]);
    await draw(`${SAVED}.`);
    expect(isUnsaved(session.state.saving)).toBe(true);
  });

  it('is not what one comes back to by undoing once something else was put on the canvas', async () => {
    here.canvas.editing = { ...here.canvas.editing, canUndo: () => false } as typeof here.canvas.editing;
    await here.finishAll(session.takeUp('<first/>', 5));
    expect(isUnsaved(session.state.saving)).toBe(true);
    await save();
    await draw('<second/>');
    expect(isUnsaved(session.state.saving)).toBe(true);
  });

  it('is not what undoing everything leads to once something newer was saved from here', async () => {
    await draw('<one/>');
    await save();
    here.canvas.editing = { ...here.canvas.editing, canUndo: () => false } as typeof here.canvas.editing;
    await draw(`${SAVED}.`);
    expect(isUnsaved(session.state.saving)).toBe(true);
  });

  it('is told of each change to all who listen, and to nobody who stopped', async () => {
    const told = [0, 0];
    const stop = [0, 1].map((who) => session.subscribe(() => (told[who]! += 1)));
    session.takesInHand(true);
    stop[0]!();
    session.takesInHand(false);
    expect(told).toEqual([1, 2]);
  });

  it('keeps its place on the canvas when it is shown anew, and a file does not take it over', async () => {
    await open(newer);
    await here.finishAll(session.takeUp('<mine/>', 7));
    await here.finishAll(session.openFile('<file/>', newer));
    expect(keptViews).toEqual([false, true, true, false]);
  });
});

describe('A file in place of the drawing', () => {
  it('is told as it was opened until it is saved or something else is on the canvas', async () => {
    const file = { original: '<file/>', written: '<file/>.' };
    await here.finishAll(session.openFile('<file/>', answer));
    expect(session.asOpened).toEqual(file);
    await save();
    expect(session.asOpened?.original).toBe('<file/>.');
    await here.finishAll(session.openFile('<file/>', answer));
    await here.finishAll(session.takeUp('<mine/>', 5));
    expect(session.asOpened?.original).toBe('<file/>.');
    await here.finishAll(session.openFile('<file/>', answer));
    await open();
    expect(session.asOpened?.original).toBe(SAVED);
    await here.finishAll(session.openFile('<file/>', answer));
    await here.finishAll(session.open(here.canvas, undefined, answer));
    expect(session.asOpened).toBeUndefined();
  });

  it('is not taken where the canvas cannot write it', async () => {
    const { load } = here.canvas;
    here.canvas.load = async (xml) => ({
      ...(await load(xml)),
      ...(xml === '<file/>' && { written: undefined as never }),
    });
    expect(await here.finishAll(session.openFile('<file/>', answer))).toBe(false);
    expect(session.state.drawn?.text).toBe(SAVED);
  });
});

describe('The drawing on the canvas', () => {
  it('keeps its ids over edits and saves, and has others when something else is loaded', async () => {
    const first = session.state.drawn!;
    expect(first).toMatchObject({ base: SAVED, text: SAVED });
    await draw('<one/>');
    expect(session.state.drawn).toEqual({ ...first, text: '<one/>' });
    await save();
    expect(session.state.drawn).toEqual({ load: first.load, base: '<one/>', text: '<one/>' });
    await open(newer);
    expect(session.state.drawn!.load).not.toBe(first.load);
  });

  it('says its elements as they were last read, also where the newest text cannot be read', async () => {
    const outlineOf = (xml: string) => (xml === '<broken/>' ? undefined : ({ xml } as unknown as Outline));
    session = new EditingSession('p', ME, { ...here.ports(), read: outlineOf });
    await open();
    await draw('<one/>');
    expect(session.state.outline).toEqual({ xml: '<one/>' });
    await draw('<broken/>');
    expect(session.state.outline).toEqual({ xml: '<one/>' });
  });

  it('is read again after a reading that failed', async () => {
    const { xml } = here.canvas;
    here.canvas.xml = () => Promise.reject(new Error('busy'));
    edit('<one/>');
    await expect(session.settle()).rejects.toThrow('busy');
    here.canvas.xml = xml;
    await here.finishAll(session.settle());
    expect(session.unsaved?.xml).toBe('<one/>');
  });
});

describe('News of another drawing', () => {
  it('is told once, with who made it, while something is in hand here', async () => {
    session.takesInHand(true);
    expect(session.news(newer, fenna)).toBe('tell');
    expect(session.state.saving.newer).toEqual({ version: 6, actor: fenna });
    const told = session.state.saving;
    expect(session.news(newer, fenna)).toBe('tell');
    expect(session.state.saving).toBe(told);
    session.takesInHand(false);
    expect(session.news(newer, fenna)).toBe('load');
  });

  it('is of somebody else by the person, not by the name', () => {
    const update = { type: 'DiagramSaved', actor: { ...fenna } } as Parameters<typeof newsOf>[0];
    expect(newsOf(update, fenna.id).told).toBe(false);
    expect(newsOf(update, fenna.name).told).toBe(true);
  });
});

describe('The question what becomes of decisions', () => {
  it('is gone while the answer is on its way, and an answer to no question sends nothing', async () => {
    await draw('<one/>');
    await here.finishAll(session.answerIds('keep', ''));
    expect(here.sent).toEqual([]);
    here.answers.push({ outcome: 'ids-moved', moved });
    await save();
    expect(session.state.saving.moved).toEqual(moved);
    const answering = session.answerIds('keep', '');
    expect(session.state.saving.moved).toBeUndefined();
    await here.finishAll(answering);
  });

  it('is asked again by a save after one went back to the drawing with an answer on its way', async () => {
    await draw('<one/>');
    here.answers.push({ outcome: 'ids-moved', moved });
    await save();
    here.answers.push({ outcome: 'failed', failure: { kind: 'network' } });
    await here.finishAll(session.answerIds('keep', ''));
    expect(session.saidOfIds.about(moved)).toBe('keep');
    session.putIdsOff();
    expect(session.saidOfIds.about(moved)).toBeUndefined();
  });
});

describe('Closing', () => {
  it('is told when the copy is complete, and lets go of the draft and of what was in hand', async () => {
    session.takesInHand(true);
    edit('<one/>');
    void session.close();
    let isClosed = false;
    const closed = session.closed().then(() => (isClosed = true));
    await here.still();
    expect([isClosed, session.isOpenOn(here.canvas)]).toEqual([false, true]);
    await here.finishAll(closed);
    expect([session.isOpenOn(here.canvas), session.state.inHand, here.held.size]).toEqual([false, false, 0]);
    expect([...here.drafts.values()].map(({ xml }) => xml)).toEqual(['<one/>']);
  });

  it('leaves alone a canvas that was opened meanwhile', async () => {
    edit('<one/>');
    const closing = session.close();
    const next = here.another();
    const opening = session.open(next, { xml: SAVED, seen: 5 }, answer);
    await here.finishAll(Promise.all([closing, opening]));
    const again = session.close();
    void session.open(here.canvas, { xml: SAVED, seen: 5 }, answer);
    await here.finishAll(again);
    expect(here.held.size).toBe(1);
  });
});
