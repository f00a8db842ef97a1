import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asPerson } from './by-the-api.js';
import {
  holds,
  openProcess,
  panel,
  renameStep,
  rowOf,
  savedVersion,
  show,
  standing,
} from './process-page.js';
import { anotherWindow, breachesOfWcag, signIn, startVisit, type Visit } from './visit.js';

const PROCESS = 'kapvergunning';
const KEPT = 'Niet opgeslagen (bewaard in deze browser)';
const NOW_ANOUK = 'U bent nu aangemeld als Anouk Verbruggen: dat is in een ander venster gekozen.';

let visit: Visit;
let fenna: Page;
let other: Page;

beforeAll(async () => {
  visit = await startVisit();
  fenna = await visit.as('Fenna Hoekstra');
  other = await anotherWindow(fenna);
});

const latest = () => asPerson(visit.url, 'auditor').latest(PROCESS);
const header = (page: Page) => page.getByRole('banner');
const whoIs = (page: Page, name: string) => header(page).getByText(name).waitFor();
const notice = (page: Page) => page.locator('.notice-bar--error').filter({ hasText: NOW_ANOUK });

async function becomeAnouk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Wissel van persoon' }).click();
  await signIn(page, 'Anouk Verbruggen');
  await whoIs(page, 'Anouk Verbruggen');
}

describe('When somebody else signs in, in another window of the same browser,', () => {
  it('the page says so before anything is written, and saves nothing under the other name', async () => {
    await openProcess(fenna, visit.url, PROCESS);
    await show(fenna, 'Stappenlijst');
    await renameStep(fenna, 'Besluit nemen', 'Besluit van Fenna');
    await standing(fenna).filter({ hasText: KEPT }).waitFor();
    await other.goto(visit.url);
    await whoIs(other, 'Fenna Hoekstra');
    await becomeAnouk(other);
    await notice(fenna).waitFor();
    await whoIs(fenna, 'Fenna Hoekstra');
    expect(await breachesOfWcag(fenna)).toEqual([]);

    const before = await latest();
    await fenna.keyboard.press('Control+s');
    await fenna.getByText(/De tekening is niet opgeslagen: U bent nu aangemeld als Anouk/).waitFor();
    expect(await latest()).toBe(before);
    await rowOf(fenna, 'Besluit van Fenna').waitFor();
  });

  it('who signs in again saves what stood there, under their own name; the other window says so', async () => {
    const before = await latest();
    await fenna.getByRole('button', { name: 'Weer aanmelden als Fenna Hoekstra' }).click();
    await notice(fenna).waitFor({ state: 'detached' });
    expect(await fenna.locator('.notice-bar--error').count()).toBe(0);
    await other.getByText(/U bent nu aangemeld als Fenna Hoekstra/).waitFor();
    await rowOf(fenna, 'Besluit van Fenna').waitFor();
    await fenna.keyboard.press('Control+s');
    const version = await savedVersion(fenna);
    expect(version).toBe(before + 1);
    const { items } = await asPerson(visit.url, 'auditor').get<{
      items: { actor: { name: string } }[];
    }>(`/processes/${PROCESS}/history?after=${before}`);
    expect(items.map(({ actor }) => actor.name)).toEqual(['Fenna Hoekstra']);
  });

  it('a decision is refused as well when the page was not told, and the reason stays in its field', async () => {
    await other.close();
    await show(fenna, 'Tekening');
    await fenna.getByRole('button', { name: 'Volgende onbesliste stap' }).first().click();
    await panel(fenna)
      .getByRole('radio', { name: /backoffice/ })
      .check();
    const reason = panel(fenna).getByRole('textbox', { name: 'Reden' });
    await reason.fill('Dat is een vak.');
    // Nothing in this browser tells of it: as when the session was changed by other means.
    await fenna.request.post(`${visit.url}/api/v1/session`, {
      headers: { Origin: visit.url },
      data: { person: 'procesverantwoordelijke' },
    });
    const before = await latest();
    await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    await notice(fenna).waitFor();
    expect(await latest()).toBe(before);
    await holds(reason, 'Dat is een vak.');
  });

  it('one can go on as the other person; the unsaved drawing stays that of the first', async () => {
    await show(fenna, 'Stappenlijst');
    await renameStep(fenna, 'Besluit van Fenna', 'Besluit voor later');
    await standing(fenna).filter({ hasText: KEPT }).waitFor();
    await fenna.getByRole('button', { name: 'Verder als Anouk Verbruggen' }).click();
    await whoIs(fenna, 'Anouk Verbruggen');
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, 'Besluit van Fenna').waitFor();
    expect(await fenna.getByText(/Er is niet-opgeslagen werk van/).count()).toBe(0);

    await header(fenna).getByRole('button', { name: 'Wissel van persoon' }).click();
    await signIn(fenna, 'Fenna Hoekstra');
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, 'Besluit voor later').waitFor();
  });
});
