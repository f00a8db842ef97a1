import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';
import { asPerson, saveDiagram } from './by-the-api.js';
import {
  clickOn,
  drawing,
  list,
  onCanvas,
  openProcess,
  placeOf,
  rowOf,
  show,
  standing,
} from './process-page.js';
import { startVisit, type Visit } from './visit.js';

const STEP = 'Step_PostOpenenEnScannen';
let visit: Visit;
let fenna: Page;

beforeAll(async () => {
  visit = await startVisit();
  fenna = await visit.as('Fenna Hoekstra');
  await openProcess(fenna, visit.url, 'kapvergunning');
});

const steps = (page: Page): Locator =>
  drawing(page).locator('.djs-shape[data-element-id^="Step_"], .djs-shape[data-element-id^="Activity_"]');
const untilSteps = (page: Page, count: number) =>
  until(
    async () => (await steps(page).count()) === count,
    () => `The drawing never has ${count} steps.`,
  );
const tool = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'Werkbalk van de tekening' }).getByRole('button', { name });
/** How large the drawing is shown; 1 is life-size. */
const scale = async (page: Page) =>
  Number(
    /matrix\(([\d.]+)/.exec(
      (await drawing(page).locator('g.viewport').first().getAttribute('transform')) ?? '',
    )?.[1] ?? 1,
  );

describe('Drawing a process', () => {
  it('puts a step where the palette was dragged to, and names it by typing', async () => {
    const before = await steps(fenna).count();
    const { x, y } = await placeOf(fenna, STEP);
    await drawing(fenna).getByTitle('Stap toevoegen', { exact: true }).hover();
    await fenna.mouse.down();
    await fenna.mouse.move(x, y + 40, { steps: 3 });
    await fenna.mouse.move(x, y + 70, { steps: 5 });
    await fenna.mouse.up();
    await untilSteps(fenna, before + 1);
    await fenna.keyboard.type('Post sorteren');
    await clickOn(fenna, STEP);
    await steps(fenna)
      .filter({ hasText: /^Post ?sorteren$/ })
      .waitFor();
    await standing(fenna).filter({ hasText: 'Niet opgeslagen (bewaard in deze browser)' }).waitFor();
  });

  it('takes back and does again, by button and by key', async () => {
    const drawn = await steps(fenna).count();
    await tool(fenna, 'Ongedaan maken').click();
    await tool(fenna, 'Ongedaan maken').click();
    await untilSteps(fenna, drawn - 1);
    await standing(fenna)
      .filter({ hasText: /^Opgeslagen/ })
      .waitFor();
    await tool(fenna, 'Opnieuw uitvoeren').click();
    await untilSteps(fenna, drawn);
    await clickOn(fenna, STEP);
    await fenna.keyboard.press('Control+z');
    await untilSteps(fenna, drawn - 1);
    await fenna.keyboard.press('Control+y');
    await untilSteps(fenna, drawn);
    await fenna.keyboard.press('Control+z');
    await untilSteps(fenna, drawn - 1);
  });

  it('takes back and does again by key beside the drawing as well, except in a field', async () => {
    const before = await steps(fenna).count();
    await show(fenna, 'Naast elkaar');
    const add = list(fenna).getByRole('button', { name: 'Stap toevoegen' });
    await add.focus();
    await fenna.keyboard.press('Control+y');
    await untilSteps(fenna, before + 1);
    await add.click();
    const form = list(fenna).getByRole('form', { name: 'Stap toevoegen' });
    await form.getByRole('textbox', { name: 'Naam' }).pressSequentially('Half');
    await fenna.keyboard.press('Control+z');
    await form.getByRole('button', { name: 'Annuleren' }).click();
    expect(await steps(fenna).count()).toBe(before + 1);
    await fenna.keyboard.press('Control+z');
    await untilSteps(fenna, before);
    await show(fenna, 'Tekening');
  });

  it('copies a step and pastes it, with the keyboard', async () => {
    const before = await steps(fenna).count();
    // Somewhere else first: a second click on the same step, soon after the first, would open its name for
    // typing.
    await clickOn(fenna, 'Step_ZaakRegistreren');
    await clickOn(fenna, STEP);
    await fenna.keyboard.press('Control+c');
    await fenna.keyboard.press('Control+v');
    const { x, y } = await placeOf(fenna, STEP);
    await fenna.mouse.move(x + 10, y + 60, { steps: 4 });
    await fenna.mouse.click(x + 10, y + 70);
    await untilSteps(fenna, before + 1);
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, 'Post openen en scannen').nth(1).waitFor();
    await show(fenna, 'Tekening');
    await tool(fenna, 'Ongedaan maken').click();
    await untilSteps(fenna, before);
  });

  it('zooms in and out, fits the whole on screen, and shows the minimap', async () => {
    await tool(fenna, 'Alles in beeld').click();
    const fitting = await scale(fenna);
    await tool(fenna, 'Inzoomen').click();
    const closer = await scale(fenna);
    expect(closer).toBeGreaterThan(fitting);
    await tool(fenna, 'Uitzoomen').click();
    expect(await scale(fenna)).toBeLessThan(closer);
    await tool(fenna, 'Alles in beeld').click();
    expect(await scale(fenna)).toBeCloseTo(fitting, 2);
    const canvas = await drawing(fenna).boundingBox();
    const pool = await drawing(fenna).locator('.djs-shape').first().boundingBox();
    expect(pool!.x >= canvas!.x && pool!.x + pool!.width <= canvas!.x + canvas!.width).toBe(true);
    await tool(fenna, 'Overzichtskaart').click();
    await drawing(fenna).locator('.djs-minimap.open').waitFor();
    await tool(fenna, 'Overzichtskaart').click();
    await drawing(fenna).locator('.djs-minimap.open').waitFor({ state: 'detached' });
  });

  it('speaks Dutch, and English after the language was changed; what was drawn stays', async () => {
    await drawing(fenna).getByTitle('Startgebeurtenis toevoegen').waitFor();
    await clickOn(fenna, STEP);
    await drawing(fenna).getByTitle('Verwijderen', { exact: true }).waitFor();
    await fenna.keyboard.press('Delete');
    await onCanvas(fenna, STEP).waitFor({ state: 'detached' });
    await standing(fenna).filter({ hasText: 'Niet opgeslagen (bewaard in deze browser)' }).waitFor();
    await fenna.getByRole('button', { name: 'English' }).click();
    const english = fenna.getByRole('region', { name: /^Drawing of / });
    await english.getByTitle('Create start event').waitFor();
    await english.locator('.djs-shape').first().waitFor();
    expect(await english.locator(`.djs-element[data-element-id="${STEP}"]`).count()).toBe(0);
    await fenna.getByRole('heading', { name: /Whole process/ }).waitFor();
    await fenna.getByRole('button', { name: 'Nederlands' }).click();
    await drawing(fenna).getByTitle('Startgebeurtenis toevoegen').waitFor();
    expect(await onCanvas(fenna, STEP).count()).toBe(0);
  });

  it('breaks no word of a label for which a file has less room than the letters take here', async () => {
    await saveDiagram(asPerson(visit.url, 'procesverantwoordelijke'), 'woningaanpassing', (xml) =>
      xml.replaceAll(/(<bpmndi:BPMNLabel>\s*<dc:Bounds [^>]*)width="[\d.]+"/g, '$1width="4"'),
    );
    const marijke = await visit.as('Marijke van Dalen');
    await openProcess(marijke, visit.url, 'woningaanpassing');
    const lines = await drawing(marijke).locator('.djs-label tspan').allTextContents();
    expect(lines).toContain('Nee');
    expect(lines.filter((line) => line.length === 1)).toEqual([]);
  });

  it('shows the mark of the makers of the editor, as their licence asks', async () => {
    const mark = fenna.getByRole('link', { name: /bpmn\.io/ });
    const box = await mark.boundingBox();
    const top = await fenna.evaluate(
      `document.elementFromPoint(${box!.x + box!.width / 2}, ${box!.y + box!.height / 2})?.closest('a')?.className`,
    );
    expect(top).toContain('bjs-powered-by');
  });
});
