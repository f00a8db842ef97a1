import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StepEditing } from '../../canvas/canvas.js';
import type { Attempt } from './saving.js';
import { isUnsaved } from './saving.js';
import type { Draft } from './draft.js';
import { EditingSession } from './editing-session.js';
import type { Sent, SessionPorts } from './session-state.js';

const answer = { version: 5, diagram: { digest: 'a', version: 3, drawn: true } };
const saved = { xml: '<saved/>', seen: 5 };

/** A canvas whose drawing is a text, and a browser and a service that remember what they were given. */
function world() {
  const drafts = new Map<string, Draft>();
  const sent: Attempt[] = [];
  const answers: Sent[] = [];
  let key = 0;
  const undo = { possible: true };
  const canvas = {
    drawing: '',
    editing: { canUndo: () => undo.possible } as StepEditing,
    load: async (xml: string) => {
      canvas.drawing = xml;
      return { outcome: 'drawn' as const, written: xml, warnings: [] };
    },
    xml: async () => canvas.drawing,
    hand: { busy: false, text: undefined as string | undefined },
    inHand: () => canvas.hand.busy,
    finishText: () => {
      if (canvas.hand.text !== undefined) canvas.drawing = canvas.hand.text;
      canvas.hand.text = undefined;
    },
  };
  const ports: SessionPorts = {
    send: async (attempt) => {
      sent.push(attempt);
      return answers.shift() ?? { outcome: 'stored', version: attempt.seen + 1 };
    },
    drafts: {
      list: async (person, process) =>
        [...drafts.values()].filter((draft) => draft.person === person && draft.process === process),
      put: async (draft) => void drafts.set(draft.id, draft),
      remove: async (id, holding) => {
        if (holding === undefined || drafts.get(id)?.xml === holding) drafts.delete(id);
      },
    },
    held: async () => new Set(),
    hold: () => () => undefined,
    read: () => undefined,
    now: () => 0,
    newKey: () => `key-${++key}`,
  };
  const session = () => new EditingSession('p', 'werkgroep-wmo', ports);
  return { drafts, sent, answers, canvas, undo, session };
}

let here: ReturnType<typeof world>;
let session: EditingSession;

const draw = async (xml: string) => {
  here.canvas.drawing = xml;
  session.changed();
  await session.settle();
};

beforeEach(async () => {
  here = world();
  session = here.session();
  await session.open(here.canvas, saved, answer);
});

describe('editing a drawing', () => {
  it('says that nothing changed, and sends nothing', async () => {
    await session.save('');
    expect(here.sent).toEqual([]);
    expect(session.state.saving.last).toEqual({ version: 5, made: false });
  });

  it('keeps unsaved work in the browser and clears it away after the save', async () => {
    await draw('<mine/>');
    expect(session.state.kept).toBe('kept');
    expect([...here.drafts.values()]).toMatchObject([{ xml: '<mine/>', seen: 5 }]);
    await session.save('opmerking');
    expect(here.sent).toMatchObject([{ xml: '<mine/>', note: 'opmerking', seen: 5 }]);
    expect(isUnsaved(session.state.saving)).toBe(false);
    expect(here.drafts.size).toBe(0);
  });

  it('begins a first drawing as unsaved work', async () => {
    session = here.session();
    await session.open(here.canvas, undefined, { version: 1 });
    await session.takeUp('<start/>', 1);
    await session.save('');
    expect(here.sent).toMatchObject([{ xml: '<start/>', seen: 1 }]);
  });

  it('shows the saved drawing, and offers the unsaved one, once the canvas can only be viewed', async () => {
    await draw('<mine/>');
    const viewer = {
      ...here.canvas,
      editing: undefined,
      shown: '',
      load: async (xml: string) => {
        viewer.shown = xml;
        return { outcome: 'drawn' as const, warnings: [] };
      },
    };
    void session.close();
    await session.open(viewer, saved, answer);
    expect(viewer.shown).toBe('<saved/>');
    expect(isUnsaved(session.state.saving)).toBe(false);
    expect(session.state.offers).toMatchObject([{ draft: { xml: '<mine/>', seen: 5 }, kept: true }]);
  });

  it('saves the text in a box that is open', async () => {
    here.canvas.hand.text = '<typed/>';
    session.changed();
    await session.save('');
    expect(here.sent).toMatchObject([{ xml: '<typed/>' }]);
  });

  it('has nothing to save once every change was undone', async () => {
    await draw('<mine/>');
    await draw('<saved/>');
    expect(isUnsaved(session.state.saving)).toBe(false);
    expect(here.drafts.size).toBe(0);
  });

  it('knows that every change was undone, even where the canvas writes the same drawing in another order', async () => {
    await draw('<mine/>');
    here.undo.possible = false;
    await draw('<saved in-another="order"/>');
    expect(isUnsaved(session.state.saving)).toBe(false);
  });

  it('offers the work of a tab that crashed, and goes on with it', async () => {
    await draw('<mine/>');
    session = here.session();
    await session.open(here.canvas, saved, answer);
    expect(here.canvas.drawing).toBe('<saved/>');
    const [offer] = session.state.offers;
    await session.continueDraft(offer!.draft, answer);
    expect(here.canvas.drawing).toBe('<mine/>');
    expect(isUnsaved(session.state.saving)).toBe(true);
    expect(session.state.offers).toEqual([]);
    expect(here.drafts.size).toBe(1);
  });

  it('offers nothing when the crash came after the save had arrived', async () => {
    await draw('<mine/>');
    session = here.session();
    await session.open(here.canvas, { xml: '<mine/>', seen: 6 }, answer);
    expect(session.state.offers).toEqual([]);
    expect(here.drafts.size).toBe(0);
  });

  it('repeats a lost save with the same key, then sends what was drawn since', async () => {
    await draw('<mine/>');
    here.answers.push({ outcome: 'failed', failure: { kind: 'network' } });
    await session.save('');
    expect(here.drafts.size).toBe(1);
    await draw('<more/>');
    await session.save('');
    expect(here.sent.map((attempt) => attempt.xml)).toEqual(['<mine/>', '<mine/>', '<more/>']);
    expect(here.sent[1]?.key).toBe(here.sent[0]?.key);
    expect(here.sent[2]).toMatchObject({ seen: 6 });
    expect(isUnsaved(session.state.saving)).toBe(false);
  });
});

describe('when somebody else saved in between', () => {
  beforeEach(async () => {
    await draw('<mine/>');
    here.answers.push({ outcome: 'overtaken', conflict: { version: 9, changes: [] } });
    await session.save('');
  });

  it('writes over nothing and keeps the work', () => {
    expect(session.state.saving.conflict?.version).toBe(9);
    expect([...here.drafts.values()]).toMatchObject([{ xml: '<mine/>' }]);
  });

  it('saves on top of theirs only when told to', async () => {
    await session.saveKnowingly('toch');
    expect(here.sent.at(-1)).toMatchObject({ xml: '<mine/>', seen: 9, note: 'toch' });
  });

  it('shows what came of merging both, as saved, and only then lets go of the copy', async () => {
    expect(session.unsaved).toEqual({ xml: '<mine/>', base: 5 });
    const merged = { xml: '<both/>', seen: 10 };
    await session.showMerged(
      here.canvas,
      merged,
      { version: 10, diagram: { digest: 'c', version: 10, drawn: true } },
      10,
    );
    expect(here.canvas.drawing).toBe('<both/>');
    expect(session.state.saving).toMatchObject({ seen: 10, last: { version: 10, made: true } });
    expect(session.state.saving.conflict).toBeUndefined();
    expect([isUnsaved(session.state.saving), session.unsaved, here.drafts.size]).toEqual([
      false,
      undefined,
      0,
    ]);
  });

  it('takes theirs and keeps the work as a draft that is offered again', async () => {
    await session.open(
      here.canvas,
      { xml: '<theirs/>', seen: 9 },
      { version: 9, diagram: { digest: 'b', version: 9, drawn: true } },
    );
    expect(here.canvas.drawing).toBe('<theirs/>');
    expect(session.state.offers).toMatchObject([{ behind: true, draft: { xml: '<mine/>' } }]);
  });
});
