import { beforeEach, describe, expect, it } from '@jest/globals';
import { EditingSession } from '../saving/editing-session.js';
import { isUnsaved } from '../saving/saving.js';
import { SlowWorld } from '../saving/slow-world.js';
import type { MovedIds } from './said-of-ids.js';

const answer = { version: 5, diagram: { digest: 'a', version: 5, drawn: true } };
const moved = (id: string): MovedIds => ({
  changedHands: [{ id, had: { kind: 'userTask' }, has: { kind: 'userTask' }, decisions: ['knip'] }],
  renamed: [],
});
const asks = (id: string) => ({ outcome: 'ids-moved', moved: moved(id) }) as const;

let here: SlowWorld;
let session: EditingSession;
const sent = () => here.sent.map(({ ids }) => ids);
const save = () => here.finishAll(session.save('waarom'));
const says = (ids: 'follow' | 'keep') => here.finishAll(session.answerIds(ids, 'waarom'));

beforeEach(async () => {
  here = new SlowWorld();
  session = new EditingSession('p', 'werkgroep-wmo', here.ports());
  await here.finishAll(session.open(here.canvas, { xml: '<saved/>', seen: 5 }, answer));
  here.canvas.drawing = '<mine/>';
  session.changed();
  here.answers.push(asks('T1'));
  await save();
});

describe('A save about which the service asks what becomes of decisions', () => {
  it('stores nothing until it is answered, and keeps the copy', () => {
    expect(session.state.saving.moved).toEqual(moved('T1'));
    expect(isUnsaved(session.state.saving)).toBe(true);
    expect([...here.drafts.values()]).toMatchObject([{ xml: '<mine/>' }]);
  });

  it('goes with the answer once the same is asked, under a key of its own, with the note', async () => {
    here.answers.push(asks('T1'));
    await says('follow');
    expect(sent()).toEqual([undefined, undefined, 'follow']);
    expect(new Set(here.sent.map(({ key }) => key)).size).toBe(3);
    expect(here.sent.at(-1)?.note).toBe('waarom');
    expect(isUnsaved(session.state.saving)).toBe(false);
    expect(here.drafts.size).toBe(0);
  });

  it('is asked about again when the answer was about others', async () => {
    here.answers.push(asks('T2'));
    await says('keep');
    expect(sent()).toEqual([undefined, undefined]);
    expect(session.state.saving.moved).toEqual(moved('T2'));
  });

  it('goes with the answer after somebody saved in between, when it is about the same', async () => {
    here.answers.push({ outcome: 'overtaken', conflict: { version: 9, changes: [] } });
    await says('follow');
    here.answers.push(asks('T1'));
    await here.finishAll(session.saveKnowingly(''));
    expect(sent().at(-1)).toBe('follow');
    expect(isUnsaved(session.state.saving)).toBe(false);
  });

  it.each([
    ['went back to the drawing', async () => session.putIdsOff()],
    [
      'put the choice off',
      async () => {
        here.answers.push({ outcome: 'overtaken', conflict: { version: 9, changes: [] } });
        await says('follow');
        session.putConflictOff();
      },
    ],
    [
      'was refused with the answer',
      async () => {
        here.answers.push(asks('T1'), {
          outcome: 'failed',
          failure: { kind: 'refused', message: 'te veel ineens' },
        });
        await says('follow');
      },
    ],
  ])('is asked about again when the person %s', async (_, act) => {
    await act();
    here.answers.push(asks('T1'));
    await save();
    expect(session.state.saving.moved).toEqual(moved('T1'));
    expect(isUnsaved(session.state.saving)).toBe(true);
  });

  it('is sent again exactly as answered when its answer was lost', async () => {
    here.answers.push(asks('T1'), { outcome: 'failed', failure: { kind: 'network' } });
    await says('follow');
    await save();
    const [lost, again] = here.sent.slice(-2);
    expect(again).toEqual(lost);
    expect(again?.ids).toBe('follow');
  });
});

describe('A file that is opened in place of the drawing', () => {
  it('is unsaved work on what was seen, and what was unsaved is offered', async () => {
    expect(await here.finishAll(session.openFile('<file/>', answer))).toBe(true);
    expect(session.unsaved).toEqual({ xml: '<file/>', base: 5 });
    expect(session.asOpened).toEqual({ original: '<file/>', written: '<file/>' });
    expect(session.state.offers).toMatchObject([{ draft: { xml: '<mine/>' } }]);
  });

  it('leaves the saved drawing where the editor cannot write it', async () => {
    const { load } = here.canvas;
    here.canvas.load = async (xml) =>
      xml === '<file/>' ? { ...(await load(xml)), outcome: 'viewOnly' as never } : load(xml);
    expect(await here.finishAll(session.openFile('<file/>', answer))).toBe(false);
    expect(here.canvas.drawing).toBe('<saved/>');
    expect(isUnsaved(session.state.saving)).toBe(false);
  });
});
