import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const PROCESS = '/processen/kapvergunning';
let visit: Visit;
let fenna: Page;

beforeAll(async () => {
  visit = await startVisit();
  fenna = await visit.as('Fenna Hoekstra');
}, 120_000);
afterAll(() => visit.stop());
afterEach(() => expect(visit.complaints()).toEqual([]));

const panel = (page: Page) => page.getByRole('complementary', { name: 'Knip en afspraken' });
const undecided = async (page: Page) => Number(/\d+/.exec((await page.getByText(/\d+ stap(pen)? nog onbeslist/).first().textContent()) ?? '')?.[0]);

describe('A workgroup member decides a knip', () => {
  it('opens a process with front, back and hand-overs marked', async () => {
    await fenna.goto(visit.url + PROCESS);
    await fenna.getByRole('region', { name: /Tekening van/ }).locator('.djs-shape').first().waitFor();
    expect(await fenna.locator('[data-knip-mark="front"]').count()).toBeGreaterThan(0);
    expect(await fenna.locator('[data-knip-mark="back"]').count()).toBeGreaterThan(0);
    expect(await fenna.locator('[data-handover]').count()).toBeGreaterThan(0);
    await fenna.getByRole('link', { name: /bpmn\.io/ }).waitFor({ state: 'visible' });
    expect(await breachesOfWcag(fenna)).toEqual([]);
  }, 60_000);

  it('goes to the next undecided step with one click, and must give a reason', async () => {
    await fenna.getByRole('button', { name: 'Volgende onbesliste stap' }).first().click();
    await panel(fenna).getByRole('radio', { name: /frontoffice/ }).check();
    await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    await panel(fenna).getByText(/reden/i).first().waitFor();
    expect(await panel(fenna).getByRole('textbox', { name: 'Reden' }).getAttribute('aria-invalid')).toBe('true');
  }, 60_000);

  it('decides front, generalist, with a reason and an alternative, and counts one undecided step less', async () => {
    const before = await undecided(fenna);
    await panel(fenna).getByRole('radio', { name: 'generalist', exact: true }).check();
    await panel(fenna).getByRole('textbox', { name: 'Reden' }).fill('De post komt bij ons binnen, <b>dus</b> wij openen hem.');
    await panel(fenna).getByRole('button', { name: /Alternatief toevoegen/ }).click();
    await panel(fenna).getByRole('textbox', { name: /Alternatief/ }).fill('De postkamer doet het');
    await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    await fenna.waitForFunction((n) => document.body.innerText.includes(`${n} stappen nog onbeslist`), before - 1);
    expect(await breachesOfWcag(fenna)).toEqual([]);
  }, 60_000);
});
