import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { asPerson } from './by-the-api.js';
import { drawing, onCanvas, openName, openProcess, standing } from './process-page.js';
import { makeTwoLanes, type Made } from './two-lanes.js';
import { signIn, startVisit, type Visit } from './visit.js';

const KEPT = 'Niet opgeslagen (bewaard in deze browser)';
let visit: Visit;
let fenna: Page;
let anouk: Page;
let made: Made;

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  [fenna, anouk] = await Promise.all([visit.as('Fenna Hoekstra'), visit.as('Anouk Verbruggen')]);
});
beforeEach(async () => {
  made = await makeTwoLanes(visit.url, 'Recht weg');
});

/** Types another name for a step, and leaves the box open. */
async function type(page: Page, name: string): Promise<void> {
  await openName(page, 'Judge');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
}
const retire = () => made.colleague.post(`/processes/${made.id}/retirement`, { reason: 'Bestaat niet meer' });
const offer = (page: Page) => page.getByText(/Er is niet-opgeslagen werk van/);

/** What is on screen is the saved drawing, and the work is named and can be downloaded, not gone on with. */
async function savedIsShownAndWorkOffered(page: Page, text: string): Promise<void> {
  await offer(page).waitFor();
  await onCanvas(page, 'Judge').filter({ hasText: 'Beoordelen' }).waitFor();
  await drawing(page).getByText(text).first().waitFor({ state: 'detached' });
  await standing(page).first().waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Verder werken' }).count()).toBe(0);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Downloaden' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain(`name="${text}"`);
}

describe('Unsaved work, when a colleague retires the process,', () => {
  it.each([
    ['was kept before', async () => void (await standing(fenna).filter({ hasText: KEPT }).waitFor())],
    ['was only just drawn', async () => undefined],
  ])('is named and offered when it %s, also after a reload', async (_, kept) => {
    await openProcess(fenna, visit.url, made.id);
    await type(fenna, 'Nieuw');
    await fenna.keyboard.press('Enter');
    await kept();
    await retire();
    await fenna.getByText(/buiten gebruik gesteld door Anouk Verbruggen/).waitFor();
    await savedIsShownAndWorkOffered(fenna, 'Nieuw');
    await fenna.reload();
    await savedIsShownAndWorkOffered(fenna, 'Nieuw');
  });

  it('is so as well while its text is still being typed', async () => {
    await openProcess(fenna, visit.url, made.id);
    await type(fenna, 'Nog bezig');
    await retire();
    await savedIsShownAndWorkOffered(fenna, 'Nog bezig');
  });
});

describe('Unsaved work', () => {
  it('is named and offered when somebody else becomes the owner, and can be gone on with when it is theirs again', async () => {
    const beheerder = asPerson(visit.url, 'beheerder');
    const own = (person: string) =>
      beheerder.put(`/processes/${made.id}/owner`, { person, reason: 'Ander team' });
    await openProcess(anouk, visit.url, made.id);
    await type(anouk, 'Nieuw');
    await anouk.keyboard.press('Enter');
    await own('verbeterteam');
    await anouk.getByText(/is een andere procesverantwoordelijke aangewezen/).waitFor();
    await savedIsShownAndWorkOffered(anouk, 'Nieuw');
    await own('procesverantwoordelijke');
    await anouk.getByRole('button', { name: 'Verder werken' }).click();
    await onCanvas(anouk, 'Judge').filter({ hasText: 'Nieuw' }).waitFor();
    await standing(anouk).filter({ hasText: KEPT }).waitFor();
  });

  it.each([
    ['signs out', () => fenna.getByRole('button', { name: 'Wissel van persoon' }).click()],
    [
      'is signed out by the service',
      async () => {
        // As it is saved: whatever else the page asks before that would be refused first.
        const signOut = async (route: Route) => {
          await fenna.context().clearCookies();
          await route.continue();
        };
        await fenna.route('**/diagram', signOut, { times: 1 });
        await fenna.getByRole('button', { name: 'Opslaan', exact: true }).click();
      },
    ],
  ])('is named to the next person when its person %s, and waits for that person', async (_, leave) => {
    await openProcess(fenna, visit.url, made.id);
    await type(fenna, 'Nieuw');
    await leave();
    const said = fenna.getByText('Het niet-opgeslagen werk van Fenna Hoekstra aan “Recht weg” is bewaard', {
      exact: false,
    });
    await said.waitFor();
    const [download] = await Promise.all([
      fenna.waitForEvent('download'),
      fenna.getByRole('button', { name: 'Downloaden' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('name="Nieuw"');
    await signIn(fenna, 'Wilma Terpstra');
    await onCanvas(fenna, 'Judge').filter({ hasText: 'Beoordelen' }).waitFor();
    await said.waitFor();
    expect(await offer(fenna).count()).toBe(0);
    await fenna.getByRole('button', { name: 'Wissel van persoon' }).click();
    await signIn(fenna, 'Fenna Hoekstra');
    await offer(fenna).waitFor();
    await said.waitFor({ state: 'detached' });
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await onCanvas(fenna, 'Judge').filter({ hasText: 'Nieuw' }).waitFor();
  });
});

describe('Where the browser keeps nothing, unsaved work', () => {
  const notKept =
    'Deze browser kon het niet-opgeslagen werk van Fenna Hoekstra aan “Recht weg” niet bewaren.';
  let page: Page;

  beforeEach(async () => {
    page = await visit.stranger();
    await page.addInitScript(`IDBFactory.prototype.open = () => {
      throw new DOMException('This browser keeps nothing.', 'SecurityError');
    }`);
    await page.goto(visit.url);
    await signIn(page, 'Fenna Hoekstra');
    await page.getByRole('heading', { level: 1, name: 'Processen' }).waitFor();
    await openProcess(page, visit.url, made.id);
    await type(page, 'Nieuw');
    await page.keyboard.press('Enter');
    await standing(page)
      .filter({ hasText: /deze browser bewaart geen kopie/ })
      .waitFor();
  });

  it('stays on the page when the process is retired, and is asked about before leaving', async () => {
    await retire();
    await savedIsShownAndWorkOffered(page, 'Nieuw');
    await page.getByText(/Deze browser bewaart het niet: download het voordat u weggaat/).waitFor();
    const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(asked.type()).toBe('beforeunload');
    await asked.accept();
  });

  it.each([
    ['another page', () => page.getByRole('link', { name: 'Overzicht' }).click()],
    ['the page that asks who one is', () => page.getByRole('button', { name: 'Wissel van persoon' }).click()],
  ])('can still be downloaded on %s, and is asked about before leaving', async (_, go) => {
    await go();
    await page.getByText(notKept, { exact: false }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Downloaden' }).click(),
    ]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('name="Nieuw"');
    const [asked] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(asked.type()).toBe('beforeunload');
    await asked.accept();
  });
});
