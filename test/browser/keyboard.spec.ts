import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { list, panel, rowOf, standing } from './process-page.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const MOST_TABS = 250;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  visit = await startVisit();
  page = await visit.stranger();
});

const focused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);
/** The page moves the focus after it has drawn, so a test waits for it. */
const untilFocused = (target: Locator): Promise<void> => target.and(page.locator(':focus')).waitFor();

/**
 * Goes with Tab until the control has the focus, as somebody without a pointer must; a control that Tab does
 * not reach fails the test.
 */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await focused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

async function press(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(target);
  await page.keyboard.press(key);
}

async function type(target: Locator, text: string): Promise<void> {
  await tabTo(target);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Arrows through a list of choices until the wanted one is chosen. */
async function choose(target: Locator, option: string): Promise<void> {
  await tabTo(target);
  await page.keyboard.press('Home');
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if ((await target.locator('option:checked').textContent()) === option) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No choice ${option}`);
}

const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const form = (name: string): Locator => page.locator('.step-form').and(page.getByLabel(name));

describe('With the keyboard alone', () => {
  it('one signs in and opens a process in the list', async () => {
    await page.goto(visit.url);
    await press(button(/Fenna Hoekstra/));
    await press(page.getByRole('link', { name: /kap \(/ }));
    await press(button('Stappenlijst'), 'Space');
    await rowOf(page, 'Post openen en scannen').waitFor();
    expect(await breachesOfWcag(page)).toEqual([]);
  });

  it('one adds a step after another, and the focus is on it', async () => {
    await press(list(page).getByRole('button', { name: 'Stap toevoegen' }));
    await type(form('Stap toevoegen').getByRole('textbox', { name: 'Naam' }), 'Dossier aanleggen');
    await choose(
      form('Stap toevoegen').getByRole('combobox', { name: 'Na', exact: true }),
      'Zaak registreren',
    );
    await press(form('Stap toevoegen').getByRole('button', { name: 'Toevoegen', exact: true }));
    await rowOf(page, 'Dossier aanleggen').waitFor();
    await untilFocused(button('Dossier aanleggen bewerken'));
    expect(await rowOf(page, 'Dossier aanleggen').textContent()).toContain('Nog niet opgeslagen');
  });

  it('one renames it and moves it to another lane', async () => {
    await page.keyboard.press('Enter');
    const editing = form('Dossier aanleggen bewerken');
    await type(editing.getByRole('textbox', { name: 'Naam' }), 'Dossier maken');
    await choose(editing.getByRole('combobox', { name: 'Baan' }), 'Vakafdeling Vergunningen');
    await press(editing.getByRole('button', { name: 'Wijzigen' }));
    await rowOf(page, 'Dossier maken').filter({ hasText: 'Vakafdeling Vergunningen' }).waitFor();
    await untilFocused(button('Dossier maken bewerken'));
  });

  it('one connects it, and disconnects it again', async () => {
    await page.keyboard.press('Enter');
    const editing = form('Dossier maken bewerken');
    await choose(editing.getByRole('combobox', { name: 'Verbinden met' }), 'Besluit opstellen');
    await press(editing.getByRole('button', { name: 'Verbinden', exact: true }));
    await press(button('Verbinding van Dossier maken naar Besluit opstellen losmaken'));
    await button('Verbinding van Dossier maken naar Besluit opstellen losmaken').waitFor({
      state: 'detached',
    });
    await page
      .getByText('Verbinding van Dossier maken naar Besluit opstellen losgemaakt.')
      .waitFor({ state: 'attached' });
  });

  it('one removes a step and takes that back', async () => {
    const row = rowOf(page, 'Dossier maken');
    await press(button('Dossier maken verwijderen'));
    await row.waitFor({ state: 'detached' });
    await untilFocused(button('Ongedaan maken'));
    await page.keyboard.press('Enter');
    await row.waitFor();
  });

  it('one says which side a lane belongs to, and changes that again', async () => {
    const side = page.getByRole('combobox', { name: 'Kant van Vakafdeling Vergunningen' });
    await press(page.locator('summary').filter({ hasText: 'Banen en hun kant' }));
    await tabTo(side);
    await page.keyboard.press('Home');
    const question = page.getByRole('dialog', { name: 'Wilt u dit wijzigen?' });
    await question.getByText('Dossier maken: was backoffice').waitFor();
    await press(question.getByRole('button', { name: 'Toch wijzigen' }));
    await untilFocused(side);
    await rowOf(page, 'Dossier maken').getByText('baan: backoffice').waitFor({ state: 'detached' });
    await choose(side, 'backoffice');
    await rowOf(page, 'Dossier maken').getByText('baan: backoffice').waitFor();
  });

  it('one saves, and decides the knip of the new step', async () => {
    await page.keyboard.press('Control+s');
    await standing(page)
      .filter({ hasText: /Opgeslagen als versie \d+/ })
      .waitFor();
    await press(button('Knip van Dossier maken beslissen'));
    await panel(page).getByRole('heading', { name: 'Dossier maken' }).waitFor();
    const side = panel(page).getByRole('radio', { name: /frontoffice/ });
    await tabTo(side);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(
      await panel(page)
        .getByRole('radio', { name: /backoffice/ })
        .isChecked(),
    ).toBe(true);
    await type(panel(page).getByRole('textbox', { name: 'Reden' }), 'De vakafdeling houdt het dossier bij.');
    await press(panel(page).getByRole('button', { name: 'Knip vastleggen' }));
    await panel(page)
      .getByText(/Vastgelegd als versie \d+/)
      .waitFor();
    await untilFocused(panel(page).getByRole('button', { name: /Volgende onbesliste stap/ }));
    await rowOf(page, 'Dossier maken').filter({ hasText: 'backoffice' }).waitFor();
  });

  it('one goes on to the next undecided step with the key that the page names', async () => {
    await page.keyboard.press('Alt+n');
    await panel(page).getByRole('button', { name: 'Knip vastleggen' }).waitFor();
    await tabTo(button('Terug naar de stap in de lijst'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await untilFocused(page.locator('tr[aria-current]').getByRole('button', { name: /^Knip van/ }));
  });
});
