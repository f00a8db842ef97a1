import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { saveDiagram } from './by-the-api.js';
import {
  clickOn,
  drawing,
  onCanvas,
  openProcess,
  placeOf,
  rowOf,
  savedVersion,
  show,
  standing,
} from './process-page.js';
import { until } from '../until.js';
import { makeTwoLanes, type Made } from './two-lanes.js';
import { startVisit, type Visit } from './visit.js';

const KEPT = 'Niet opgeslagen (bewaard in deze browser)';
let visit: Visit;
let fenna: Page;
let made: Made;

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  fenna = await visit.as('Fenna Hoekstra');
});

const box = (page: Page) => drawing(page).locator('.djs-direct-editing-content');
const saved = () => made.colleague.text(`/processes/${made.id}/diagram`);
const latest = () => made.colleague.latest(made.id);
const untilStanding = (words: string) => standing(fenna).filter({ hasText: words }).waitFor();

const attribute = (id: string, name: string) => new RegExp(`id="${id}"[^>]* name="${name}"`);

/** What can be typed in a box over the drawing: where to click twice, and what is then in the file. */
const TEXTS: [what: string, place: () => Promise<{ x: number; y: number }>, inFile: (t: string) => RegExp][] =
  [
    ['a step', () => placeOf(fenna, 'Judge'), (text) => attribute('Judge', text)],
    ['a flow', () => onFlow('F3'), (text) => attribute('F3', text)],
    ['a lane', () => headOf('Back'), (text) => attribute('Back', text)],
    ['a pool', () => headOf('Pool'), (text) => attribute('Pool', text)],
    ['an event', () => placeOf(fenna, 'End'), (text) => attribute('End', text)],
    ['a note', () => placeOf(fenna, 'Note'), (text) => new RegExp(`<bpmn:text>${text}</bpmn:text>`)],
  ];

/** The head of a lane or pool is at its left, where the palette may cover it. */
async function headOf(id: string) {
  const middle = await placeOf(fenna, id);
  const before = await onCanvas(fenna, id).boundingBox();
  await fenna.mouse.move(middle.x, middle.y);
  await fenna.mouse.wheel(-150, 0);
  await until(
    async () => (await onCanvas(fenna, id).boundingBox())!.x > before!.x + 100,
    () => 'The drawing does not move to the right.',
  );
  const { x, y, height } = (await onCanvas(fenna, id).boundingBox())!;
  // Not in the middle, where it is made wider.
  return { x: x + 15, y: y + height * 0.75 };
}

async function onFlow(id: string) {
  const { x, y } = await placeOf(fenna, id);
  return { x: x + 8, y };
}

/** Opens the box over an element and types another text, without leaving the box. */
async function type(place: () => Promise<{ x: number; y: number }>, text: string): Promise<void> {
  const { x, y } = await place();
  await fenna.mouse.dblclick(x, y);
  await box(fenna).waitFor();
  await fenna.keyboard.press('Control+a');
  await fenna.keyboard.type(text);
}

async function openNew(): Promise<void> {
  made = await makeTwoLanes(visit.url, `Tekst ${Math.random()}`);
  await openProcess(fenna, visit.url, made.id);
}

describe('Text in an open box', () => {
  it.each(TEXTS)('of %s is saved with Ctrl+S', async (_, place, inFile) => {
    await openNew();
    await type(place, 'Grondig en goed');
    await fenna.keyboard.press('Control+s');
    expect(await savedVersion(fenna)).toBe(3);
    expect(await saved()).toMatch(inFile('Grondig en goed'));
    await box(fenna).waitFor({ state: 'detached' });
  });

  it('is saved with the button', async () => {
    await openNew();
    await type(() => placeOf(fenna, 'Judge'), 'Grondig beoordelen');
    await fenna.getByRole('button', { name: 'Opslaan', exact: true }).click();
    expect(await savedVersion(fenna)).toBe(3);
    expect(await saved()).toContain('id="Judge" name="Grondig beoordelen"');
  });

  it.each(TEXTS)('of %s is unsaved work, offered again after a reload', async (_, place, inFile) => {
    await openNew();
    await type(place, 'Grondig en goed');
    await untilStanding(KEPT);
    await box(fenna).waitFor();
    await fenna.reload();
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await untilStanding(KEPT);
    await fenna.keyboard.press('Control+s');
    expect(await savedVersion(fenna)).toBe(3);
    expect(await saved()).toMatch(inFile('Grondig en goed'));
  });

  it.each(TEXTS)('of %s stays when a colleague saves, as unsaved work', async (_, place, inFile) => {
    await openNew();
    await type(place, 'Grondig');
    await saveDiagram(made.colleague, made.id, (xml) => xml.replace('name="Besluiten"', 'name="Beslissen"'));
    await fenna.getByText('Er is een nieuwere tekening: versie 3', { exact: false }).waitFor();
    await box(fenna).waitFor();
    await fenna.keyboard.type(' en goed');
    await fenna.keyboard.press('Enter');
    await untilStanding(KEPT);
    await fenna.keyboard.press('Control+s');
    const question = fenna.getByRole('dialog', { name: 'Iemand heeft intussen opgeslagen' });
    await question.getByRole('button', { name: 'Samenvoegen en opslaan' }).click();
    expect(await savedVersion(fenna)).toBe(4);
    expect(await saved()).toMatch(inFile('Grondig en goed'));
    expect(await saved()).toContain('name="Beslissen"');
  });

  it('is asked about, or kept, when the page is left at once', async () => {
    await openNew();
    await type(() => placeOf(fenna, 'Judge'), 'Nog gauw');
    let asked = 0;
    fenna.on('dialog', (dialog) => {
      asked++;
      void dialog.accept().catch(() => undefined);
    });
    await fenna.reload();
    fenna.removeAllListeners('dialog');
    // The browser asked, or there is a copy; the reloaded page shows which.
    if (asked === 0) await fenna.getByText(/Er is niet-opgeslagen werk van/).waitFor();
    await drawing(fenna).locator('.djs-shape').first().waitFor();
  });

  it('goes with Escape, and nothing is left to save', async () => {
    await openNew();
    await type(() => placeOf(fenna, 'Judge'), 'Toch niet');
    await untilStanding(KEPT);
    await fenna.keyboard.press('Escape');
    await standing(fenna)
      .filter({ hasText: /^Opgeslagen$/ })
      .waitFor();
    await fenna.reload();
    await drawing(fenna).locator('.knip-badge').first().waitFor();
    expect(await fenna.getByText(/Er is niet-opgeslagen werk van/).count()).toBe(0);
    expect(await latest()).toBe(2);
  });

  it('is taken over when another view, another language or another person is chosen', async () => {
    await openNew();
    await type(() => placeOf(fenna, 'Judge'), 'Eerste naam');
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, 'Eerste naam').waitFor();
    await show(fenna, 'Tekening');
    await type(() => placeOf(fenna, 'Decide'), 'Tweede naam');
    await fenna.getByRole('button', { name: 'English' }).click();
    await fenna.getByRole('button', { name: 'Nederlands' }).click();
    await drawing(fenna).waitFor();
    await clickOn(fenna, 'Decide');
    await fenna.getByRole('heading', { level: 2, name: 'Tweede naam' }).waitFor();
    await type(() => placeOf(fenna, 'Take'), 'Derde naam');
    await fenna.getByRole('button', { name: 'Wissel van persoon' }).click();
    await fenna.getByRole('button', { name: /Fenna Hoekstra/ }).click();
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await untilStanding(KEPT);
    await show(fenna, 'Stappenlijst');
    for (const name of ['Eerste naam', 'Tweede naam', 'Derde naam']) await rowOf(fenna, name).waitFor();
  });
});
