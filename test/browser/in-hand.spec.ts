import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../until.js';
import { saveDiagram } from './by-the-api.js';
import {
  clickOn,
  drawing,
  holds,
  onCanvas,
  openProcess,
  placeOf,
  savedVersion,
  standing,
} from './process-page.js';
import { makeTwoLanes, type Made } from './two-lanes.js';
import { startVisit, type Visit } from './visit.js';

let visit: Visit;
let fenna: Page;
let made: Made;

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  fenna = await visit.as('Fenna Hoekstra');
});
beforeEach(async () => {
  made = await makeTwoLanes(visit.url, 'In de hand');
  await openProcess(fenna, visit.url, made.id);
});

const colleagueSaves = () =>
  saveDiagram(made.colleague, made.id, (xml) => xml.replace('name="Besluiten"', 'name="Beslissen"'));
const colleagueDecides = () =>
  made.colleague.put(`/processes/${made.id}/knips/Judge`, { side: 'back', reason: 'Vakwerk' });
/** The news is on screen, and says that the drawing waits. */
const toldToWait = () => fenna.getByText(/U ziet die zodra u klaar bent met wat u nu doet/).waitFor();
const theirsIsShown = () => drawing(fenna).locator('.djs-element').filter({ hasText: 'Beslissen' }).waitFor();
const theirsIsThere = () => drawing(fenna).locator('.djs-element').filter({ hasText: 'Beslissen' }).count();
const shapeOf = async (id: string) => (await onCanvas(fenna, id).locator('.djs-visual').boundingBox())!;
const pad = (title: string) => drawing(fenna).locator('.djs-context-pad').getByTitle(title, { exact: true });

describe('When a colleague saves', () => {
  it('a step that is being dragged stays in the hand, and lands where it is let go', async () => {
    const { x, y } = await placeOf(fenna, 'Judge');
    const before = await shapeOf('Judge');
    await fenna.mouse.move(x, y);
    await fenna.mouse.down();
    await fenna.mouse.move(x + 20, y + 5, { steps: 4 });
    await drawing(fenna).locator('.djs-dragging').first().waitFor();
    await colleagueSaves();
    await toldToWait();
    await fenna.mouse.move(x + 40, y + 10, { steps: 4 });
    await drawing(fenna).locator('.djs-dragging').first().waitFor();
    await fenna.mouse.up();
    await standing(fenna).filter({ hasText: 'Niet opgeslagen (bewaard in deze browser)' }).waitFor();
    const after = await shapeOf('Judge');
    expect(after.x - before.x).toBeGreaterThan(20);
    expect(await theirsIsThere()).toBe(0);
    await fenna.getByText('Er is een nieuwere tekening: versie 3', { exact: false }).waitFor();
  });

  it('a drag that is given up lets the newer drawing in', async () => {
    const { x, y } = await placeOf(fenna, 'Judge');
    await fenna.mouse.move(x, y);
    await fenna.mouse.down();
    await fenna.mouse.move(x + 20, y + 5, { steps: 4 });
    await colleagueSaves();
    await toldToWait();
    expect(await theirsIsThere()).toBe(0);
    await fenna.keyboard.press('Escape');
    await fenna.mouse.up();
    await theirsIsShown();
  });

  it('a connection that is being drawn can be finished', async () => {
    await clickOn(fenna, 'Take');
    await pad('Verbinden met een ander element').click();
    const { x, y } = await placeOf(fenna, 'Decide');
    await fenna.mouse.move(x - 30, y - 30, { steps: 4 });
    await colleagueSaves();
    await toldToWait();
    const flows = await drawing(fenna).locator('.djs-connection').count();
    await fenna.mouse.move(x, y, { steps: 4 });
    await fenna.mouse.click(x, y);
    await until(
      async () => (await drawing(fenna).locator('.djs-connection').count()) === flows + 1,
      () => 'The connection was not made.',
    );
    expect(await theirsIsThere()).toBe(0);
  });

  it('a note that is being made larger can be made larger', async () => {
    await clickOn(fenna, 'Note');
    const before = await shapeOf('Note');
    const { x, y, width, height } = (await drawing(fenna)
      .locator('.djs-resizer-Note.djs-resizer-e .djs-resizer-hit')
      .boundingBox())!;
    await fenna.mouse.move(x + width / 2, y + height / 2);
    await fenna.mouse.down();
    await fenna.mouse.move(x + 30, y + 20, { steps: 4 });
    await colleagueSaves();
    await toldToWait();
    await fenna.mouse.move(x + 60, y + 30, { steps: 4 });
    await fenna.mouse.up();
    await standing(fenna).filter({ hasText: 'Niet opgeslagen (bewaard in deze browser)' }).waitFor();
    expect((await shapeOf('Note')).width).toBeGreaterThan(before.width + 20);
  });

  it('or decides, an open menu stays open until something is chosen or it is closed', async () => {
    await clickOn(fenna, 'Judge');
    await pad('Soort wijzigen').click();
    const menu = drawing(fenna).locator('.djs-popup');
    await menu.waitFor();
    await colleagueDecides();
    await fenna.getByText(/heeft zojuist versie 3 gemaakt/).waitFor();
    await colleagueSaves();
    await toldToWait();
    expect(await menu.count()).toBe(1);
    await fenna.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await theirsIsShown();
    await drawing(fenna).locator('.djs-shape[data-element-id="Judge"] .knip-badge-back').waitFor();
  });

  it('the search for a step stays open', async () => {
    await clickOn(fenna, 'Judge');
    await fenna.keyboard.press('Control+f');
    const search = drawing(fenna).locator('.djs-search-input input');
    await search.fill('Besl');
    await colleagueSaves();
    await toldToWait();
    await holds(search, 'Besl');
    await fenna.keyboard.press('Escape');
    await theirsIsShown();
  });

  it('the menu beside a selected step is there as before', async () => {
    await clickOn(fenna, 'Judge');
    await pad('Soort wijzigen').waitFor();
    await colleagueSaves();
    await theirsIsShown();
    await pad('Soort wijzigen').waitFor();
    await onCanvas(fenna, 'Judge').and(fenna.locator('.selected')).waitFor();
  });
});

describe('When a colleague saves while a question is open', () => {
  const question = () => fenna.getByRole('dialog', { name: 'Wilt u dit wijzigen?' });
  beforeEach(async () => {
    // The middle of this lane lies under the note.
    await clickOn(fenna, 'Note');
    await fenna.keyboard.press('Delete');
    await onCanvas(fenna, 'Note').waitFor({ state: 'detached' });
    await fenna.getByRole('button', { name: 'Opslaan', exact: true }).click();
    await savedVersion(fenna);
    await clickOn(fenna, 'Front');
    await fenna.keyboard.press('Delete');
    await question().waitFor();
    await colleagueSaves();
    await toldToWait();
    expect(await theirsIsThere()).toBe(0);
  });

  it('the answer yes still counts, and theirs waits', async () => {
    await question().getByRole('button', { name: 'Toch wijzigen' }).click();
    await onCanvas(fenna, 'Front').waitFor({ state: 'detached' });
    await standing(fenna)
      .filter({ hasText: /^Niet opgeslagen/ })
      .waitFor();
    expect(await theirsIsThere()).toBe(0);
  });

  it('theirs is shown after the answer no', async () => {
    await question().getByRole('button', { name: 'Annuleren' }).click();
    await theirsIsShown();
    expect(await onCanvas(fenna, 'Front').count()).toBe(1);
  });
});

describe('A deleted flow', () => {
  it('is in the saved file after undo', async () => {
    await clickOn(fenna, 'F3');
    await fenna.keyboard.press('Delete');
    await onCanvas(fenna, 'F3').waitFor({ state: 'detached' });
    await fenna.keyboard.press('Control+z');
    await onCanvas(fenna, 'F3').waitFor({ state: 'attached' });
    await clickOn(fenna, 'Note');
    await fenna.keyboard.press('Delete');
    await onCanvas(fenna, 'Note').waitFor({ state: 'detached' });
    await fenna.keyboard.press('Control+s');
    await savedVersion(fenna);
    await fenna.reload();
    await onCanvas(fenna, 'F3').waitFor({ state: 'attached' });
  });
});

describe('Another language', () => {
  it('leaves what was drawn, what is selected, where one looks, and what can be undone', async () => {
    await clickOn(fenna, 'Judge');
    await fenna.keyboard.press('Delete');
    await onCanvas(fenna, 'Judge').waitFor({ state: 'detached' });
    await fenna.getByRole('button', { name: 'Inzoomen' }).click();
    await clickOn(fenna, 'Decide');
    const view = () => drawing(fenna).or(english).locator('g.viewport').first().getAttribute('transform');
    const english = fenna.getByRole('region', { name: /^Drawing of / });
    const before = await view();
    // At once: the last change has no copy yet.
    await fenna.keyboard.press('ArrowDown');
    await fenna.getByRole('button', { name: 'English' }).click();
    await english.getByTitle('Create start event').waitFor();
    await english.locator('.djs-context-pad').getByTitle('Delete', { exact: true }).waitFor();
    expect(await view()).toBe(before);
    await english.locator('.djs-element.selected[data-element-id="Decide"]').waitFor();
    expect(await english.locator('> .editor__canvas svg').first().getAttribute('aria-label')).toBe('Drawing');
    const undo = fenna.getByRole('button', { name: 'Undo' });
    await undo.click();
    await undo.click();
    await english.locator('.djs-element[data-element-id="Judge"]').waitFor();
    await standing(fenna)
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await fenna.getByRole('button', { name: 'Redo' }).click();
    await english.locator('.djs-element[data-element-id="Judge"]').waitFor({ state: 'detached' });
    await fenna.getByRole('button', { name: 'Nederlands' }).click();
    await drawing(fenna).getByTitle('Startgebeurtenis toevoegen').waitFor();
    await fenna.getByRole('button', { name: 'Ongedaan maken' }).click();
    await onCanvas(fenna, 'Judge').waitFor();
  });
});
