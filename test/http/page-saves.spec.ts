import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryItem, Page } from '#contract';
import { asBytes } from './as-bytes.js';
import { FRONT_AND_BACK, startApp, type TestApp } from './start-app.js';

/** What is used of the page's own code here, of which the types need those of a browser. */
interface PageCode {
  sessionPorts(subject: object, read: () => undefined): { send(attempt: object): Promise<Outcome> };
  sendMerge(subject: object, request: object): Promise<Outcome>;
}
interface Outcome {
  outcome: string;
  conflicts?: { id: string }[];
}

const GROUP = 'Bearer demo:werkgroep-vergunningen';

let app: TestApp;
let page: PageCode;
/** What the browser of the page adds to every request: where to, and as whom. */
const browser = { url: '', as: GROUP };
const { fetch: sent } = globalThis;
beforeAll(async () => {
  app = await startApp();
  const [saving, merging] = await Promise.all(
    ['saving/session-ports', 'merging/send-merge'].map(
      (file) => import(`../../apps/web/src/editor/${file}.js`) as Promise<object>,
    ),
  );
  page = { ...saving, ...merging } as PageCode;
  browser.url = app.url;
  globalThis.fetch = (path, init) =>
    sent(`${browser.url}${String(path)}`, {
      ...init,
      headers: { ...(init?.headers as Record<string, string>), Authorization: browser.as },
    });
});
afterAll(() => {
  globalThis.fetch = sent;
});

const subject = (id: string) => ({ id, path: (rest = '') => `/processes/${id}${rest}` });
let keys = 0;
const newKey = () => `key-${(keys += 1)}`;
const save = (id: string, xml: string, more: object = {}) =>
  page
    .sessionPorts(subject(id), () => undefined)
    .send({ key: newKey(), xml, note: '', seen: 2, changed: 1, ...more });
const merge = (id: string, xml: string, more: object = {}) =>
  page.sendMerge(subject(id), { base: 2, xml, note: '', choices: {}, key: newKey(), ...more });
const named = (from: string, to: string, xml = FRONT_AND_BACK) =>
  xml.replace(`name="${from}"`, `name="${to}"`);
const history = async (id: string) =>
  ((await app.as('auditor').get(`/processes/${id}/history`).expect(200)).body as Page<HistoryItem>).items;
const drawing = async (id: string) =>
  String(
    (await app.as('auditor').get(`/processes/${id}/diagram`).buffer(true).parse(asBytes).expect(200)).body,
  );

const MINE = named('Besluit versturen', 'Besluit bekendmaken');
const THEIRS = named('Aanvraag toetsen', 'Aanvraag beoordelen');
const CLASHING = named('Aanvraag toetsen', 'Aanvraag wegen');
const NOTE = 'Naïef? Nee: 100% “zeker”,\nzegt de balie 👍';

/** A process with a knip on one step, and a drawing in which that step and another have exchanged ids. */
async function exchanged(): Promise<{ id: string; seen: number; xml: string }> {
  const id = await app.process();
  await app
    .as('procesverantwoordelijke')
    .put(`/processes/${id}/knips/Toetsen`)
    .send({ side: 'front', reason: 'De balie kan dit.' })
    .expect(200);
  const xml = FRONT_AND_BACK.replaceAll(/\bToetsen\b(?=[<"])/g, 'X')
    .replaceAll(/\bVersturen\b(?=[<"])/g, 'Toetsen')
    .replaceAll('"X"', '"Versturen"')
    .replaceAll('>X<', '>Versturen<');
  return { id, seen: 3, xml };
}

describe('What somebody saves on the page', () => {
  it('is stored with its note word for word, once, however often it is sent', async () => {
    const id = await app.process();
    const attempt = { key: 'once', note: NOTE };
    expect(await save(id, MINE, attempt)).toEqual({ outcome: 'stored', version: 3 });
    expect(await drawing(id)).toBe(MINE);
    expect((await history(id)).at(-1)).toMatchObject({ version: 3, type: 'DiagramSaved', note: NOTE });
    expect(await save(id, MINE, { seen: 3 })).toEqual({ outcome: 'unchanged', version: 3 });
    expect(await save(id, THEIRS, { seen: 3 })).toEqual({ outcome: 'stored', version: 4 });
    expect((await history(id)).at(-1)).not.toHaveProperty('note');
    expect(await save(id, MINE, attempt)).toEqual({ outcome: 'stored', version: 3 });
    expect(await drawing(id)).toBe(THEIRS);
  });

  it('is not stored over what a colleague saved, and what they did is told', async () => {
    const id = await app.process();
    await save(id, THEIRS);
    expect(await save(id, MINE)).toMatchObject({
      outcome: 'overtaken',
      conflict: { version: 3, changes: [{ version: 3, type: 'DiagramSaved' }] },
    });
    expect(await drawing(id)).toBe(THEIRS);
  });

  it('waits for the answer what becomes of decisions, which then go along or stay', async () => {
    for (const [ids, last] of [
      ['keep', 'DiagramSaved'],
      ['follow', 'KnipDecided'],
    ] as const) {
      const { id, seen, xml } = await exchanged();
      expect(await save(id, xml, { seen })).toMatchObject({
        outcome: 'ids-moved',
        moved: { changedHands: [{ id: 'Toetsen', wentTo: 'Versturen', decisions: ['knip'] }], renamed: [] },
      });
      expect(await history(id)).toHaveLength(seen);
      expect((await save(id, xml, { seen, ids })).outcome).toBe('stored');
      expect((await history(id)).at(-1)).toMatchObject({ type: last });
    }
  });

  it('is refused in the words of the service, and of a session only when that is why', async () => {
    const id = await app.process();
    expect(await save(id, '<x/>')).toMatchObject({
      outcome: 'failed',
      failure: { kind: 'refused', message: expect.stringMatching(/\w+ \w+/) },
    });
    expect(await save(id, '<x/>')).not.toHaveProperty('failure.isOfSession');
    browser.as = 'Bearer demo:nobody';
    const refused = await save(id, MINE);
    browser.as = GROUP;
    expect(refused).toMatchObject({ outcome: 'failed', failure: { kind: 'refused', isOfSession: true } });
    expect(await history(id)).toHaveLength(2);
  });

  it('may have arrived when nobody answers, and is the same when it is sent again', async () => {
    const id = await app.process();
    browser.url = 'http://127.0.0.1:1';
    const lost = await save(id, MINE, { key: 'lost' });
    browser.url = app.url;
    expect(lost).toEqual({ outcome: 'failed', failure: { kind: 'network' } });
    expect(await save(id, MINE, { key: 'lost' })).toEqual({ outcome: 'stored', version: 3 });
  });
});

describe('What somebody brings together with what was saved since', () => {
  it('arrives as it is, however long it is and in whatever script, with its note, once', async () => {
    // Beside a piece of 32 KiB there are signs of one to four bytes, on every place they can have in it.
    const long = ['aë€👍', 'ë€👍a', '€👍aë', '👍aë€'].map((signs) => signs.repeat(9_000)).join('');
    const id = await app.process();
    const documented = THEIRS.replace(
      '<bpmn:outgoing>Begin</bpmn:outgoing>',
      `<bpmn:documentation>${long}</bpmn:documentation>$&`,
    );
    expect(await save(id, MINE)).toMatchObject({ outcome: 'stored' });
    const request = { note: NOTE, key: 'together' };
    expect(await merge(id, documented, request)).toMatchObject({
      outcome: 'merged',
      answer: { version: 4, base: 2, mergedWith: 3 },
    });
    const stored = await drawing(id);
    for (const part of [long, 'Besluit bekendmaken', 'Aanvraag beoordelen']) expect(stored).toContain(part);
    expect((await history(id)).at(-1)).toMatchObject({ version: 4, type: 'DiagramMerged', note: NOTE });
    await save(id, THEIRS, { seen: 4 });
    expect(await merge(id, documented, request)).toMatchObject({ answer: { version: 4 } });
    expect(await drawing(id)).toBe(THEIRS);
  });

  it('is not stored until each point on which they differ is chosen', async () => {
    const id = await app.process();
    await save(id, THEIRS);
    const clash = await merge(id, CLASHING);
    expect(clash).toMatchObject({
      outcome: 'clash',
      conflicts: [{ mine: 'Aanvraag wegen', theirs: 'Aanvraag beoordelen' }],
    });
    expect(await drawing(id)).toBe(THEIRS);
    const choices = { [clash.conflicts![0]!.id]: 'mine' };
    expect(await merge(id, CLASHING, { choices })).toMatchObject({ outcome: 'merged' });
    expect(await drawing(id)).toContain('name="Aanvraag wegen"');
  });

  it('waits for the answer what becomes of decisions', async () => {
    const { id, xml } = await exchanged();
    expect(await merge(id, xml)).toMatchObject({
      outcome: 'ids-moved',
      moved: { changedHands: [{ id: 'Toetsen', wentTo: 'Versturen' }] },
    });
    expect(await merge(id, xml, { ids: 'keep' })).toMatchObject({ outcome: 'merged' });
  });

  it('is refused with the error of the service where it is not about a choice', async () => {
    const id = await app.process();
    await expect(merge(id, '<x/>')).rejects.toMatchObject({ status: 400, mayHaveArrived: false });
    await expect(merge('nergens', MINE)).rejects.toMatchObject({ status: 404 });
  });
});
