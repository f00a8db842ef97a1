import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../until.js';
import { clickOn, drawing, fold, openProcess, panel, rowOf, show } from './process-page.js';
import { startVisit, type Visit } from './visit.js';

const PATH = '/processen/kapvergunning';
let visit: Visit;
let fenna: Page;

beforeAll(async () => {
  visit = await startVisit();
  fenna = await visit.as('Fenna Hoekstra');
});

interface Told {
  items: { version: number; type: string; at: string; reason?: string; actor: { name: string } }[];
}

const history = async (): Promise<Told['items']> =>
  (
    (await (
      await fenna.request.get(
        `${visit.url}/api/v1${PATH.replace('processen', 'processes')}/history?limit=200`,
      )
    ).json()) as Told
  ).items;
const entries = (page: Page) => page.locator('.entry');
const untilTitle = (page: Page, words: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: words }).waitFor();
interface AsItStood {
  latest: number;
  counts: { undecided: number };
  milestones: { name: string; version: number }[];
}

const asItStood = async (query = ''): Promise<AsItStood> =>
  (await (
    await fenna.request.get(`${visit.url}/api/v1/processes/kapvergunning${query}`)
  ).json()) as AsItStood;
const undecidedIn = async (version: number) => (await asItStood(`?version=${version}`)).counts.undecided;

describe('The history of a process', () => {
  it('tells every decision in order, with who, when and why', async () => {
    const told = await history();
    await openProcess(fenna, visit.url, 'kapvergunning');
    await fenna.getByRole('link', { name: `versie ${told.length}` }).click();
    await untilTitle(fenna, /^Geschiedenis van Omgevingsvergunning kap/);
    await fenna.getByText(`${told.length} gebeurtenissen`, { exact: true }).waitFor();
    expect(
      await entries(fenna)
        .getByRole('link', { name: /^Versie \d+$/ })
        .allTextContents(),
    ).toEqual(told.map((_, index) => `Versie ${told.length - index}`));
    const decided = told.find(({ type, reason }) => type === 'KnipDecided' && reason)!;
    const entry = await entries(fenna).filter({ hasText: decided.reason! }).first().textContent();
    for (const part of [decided.actor.name, 'besloot', 'Knip', 'geleden', 'voorbeeldgegevens'])
      expect(entry).toContain(part);
    await fenna.getByRole('combobox', { name: 'Volgorde' }).selectOption({ label: 'Oudste eerst' });
    await fenna
      .locator('.entry:first-child')
      .filter({ hasText: 'Versie 1' })
      .filter({ hasText: 'maakte het proces' })
      .waitFor();
  });

  it('is narrowed down by kind, person, step and words', async () => {
    const kind = fenna.getByRole('combobox', { name: 'Soort' });
    await kind.selectOption({ label: 'Knip' });
    const knips = (await history()).filter(({ type }) => type.startsWith('Knip')).length;
    await fenna.getByText(`${knips} gebeurtenissen gevonden`).waitFor();
    expect(await entries(fenna).locator('.badge').allTextContents()).toEqual(
      Array<string>(knips).fill('Knip'),
    );
    await fenna
      .getByRole('combobox', { name: 'Stap of overdrachtsmoment' })
      .selectOption({ label: 'Eigendom controleren' });
    await until(
      async () => {
        const told = await entries(fenna).allTextContents();
        return told.length > 0 && told.every((text) => text.includes('Eigendom controleren'));
      },
      () => 'The history is not narrowed down to one step.',
    );
    await kind.selectOption({ label: 'Alle soorten' });
    await fenna
      .getByRole('combobox', { name: 'Stap of overdrachtsmoment' })
      .selectOption({ label: 'Alle stappen' });
    await fenna.getByRole('combobox', { name: 'Wie' }).selectOption({ label: 'Anouk Verbruggen' });
    await fenna.getByRole('searchbox', { name: 'Zoeken in de tekst' }).fill('vastgesteld');
    await fenna.getByText('1 gebeurtenis gevonden').waitFor();
    await fenna.getByRole('searchbox', { name: 'Zoeken in de tekst' }).fill('dit staat nergens');
    await fenna.getByText('Geen gebeurtenis voldoet aan dit filter.').waitFor();
    await fenna.getByRole('button', { name: 'Filter wissen' }).click();
    await fenna.getByText(/^\d+ gebeurtenissen$/).waitFor();
  });
});

describe('An older version', () => {
  it('opens read-only exactly as it stood, drawing and knips together', async () => {
    await fenna.goto(`${visit.url}${PATH}/geschiedenis`);
    await fenna.getByRole('link', { name: 'Versie 5', exact: true }).click();
    await untilTitle(fenna, /, versie 5$/);
    await fenna.getByText('U kijkt terug.', { exact: false }).waitFor();
    await drawing(fenna).locator('.knip-badge').first().waitFor();
    expect(await drawing(fenna).locator('.djs-palette').count()).toBe(0);
    expect(await drawing(fenna).locator('.djs-shape .knip-badge-undecided').count()).toBe(
      await undecidedIn(5),
    );
    await clickOn(fenna, 'Step_EigendomControleren');
    await panel(fenna).getByText('U kijkt naar versie 5.', { exact: false }).waitFor();
    expect(await panel(fenna).getByRole('textbox').count()).toBe(0);
    expect(await fenna.getByRole('button', { name: /Opslaan|vastleggen/ }).count()).toBe(0);
    await show(fenna, 'Stappenlijst');
    expect(await fenna.getByRole('button', { name: /bewerken|Stap toevoegen/ }).count()).toBe(0);
    await fenna.getByRole('button', { name: 'Knip van Eigendom controleren bekijken' }).click();
    await panel(fenna).getByRole('heading', { name: 'Eigendom controleren' }).waitFor();
    await show(fenna, 'Tekening');
  });

  it('leads one back and one forward by key, to either end and no further', async () => {
    await fenna.keyboard.press('Alt+,');
    await untilTitle(fenna, /, versie 4$/);
    await fenna.keyboard.press('Alt+.');
    await untilTitle(fenna, /, versie 5$/);
    await fenna.keyboard.press('Alt+.');
    await untilTitle(fenna, /, versie 6$/);
    await fenna.getByRole('button', { name: /Nieuwste versie/ }).click();
    await fenna.getByText('Dit is de nieuwste versie, om te bekijken.').waitFor();
    const newest = await fenna.getByRole('heading', { level: 1 }).textContent();
    await fenna.keyboard.press('Alt+.');
    expect(await fenna.getByRole('heading', { level: 1 }).textContent()).toBe(newest);
    await fenna.goto(`${visit.url}${PATH}/versies/1`);
    await untilTitle(fenna, /, versie 1$/);
    await fenna.getByText('In deze versie was er nog geen tekening.').waitFor();
    await fenna.keyboard.press('Alt+,');
    await fenna.keyboard.press('Alt+.');
    await untilTitle(fenna, /, versie 2$/);
  });

  it('is found by the moment at which it held', async () => {
    const { at } = (await history()).find(({ version }) => version === 12)!;
    const local = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Europe/Amsterdam',
    });
    await fenna.goto(`${visit.url}${PATH}/geschiedenis`);
    const moment = fenna.getByLabel('Wat gold op een moment?');
    await moment.fill('2001-01-01T12:00');
    await fenna.getByRole('button', { name: 'Toon die versie' }).click();
    await fenna.getByText('Toen bestond dit proces nog niet.').waitFor();
    await moment.fill(local.format(Date.parse(at) + 60_000).replace(' ', 'T'));
    await fenna.getByRole('button', { name: 'Toon die versie' }).click();
    await untilTitle(fenna, /, versie 12$/);
  });
});

describe('A version with a name', () => {
  it('is named by the person who answers for the process, and opened by its name', async () => {
    await fenna.goto(`${visit.url}${PATH}/geschiedenis`);
    await entries(fenna).first().waitFor();
    expect(await fenna.getByRole('button', { name: 'Versie een naam geven' }).count()).toBe(0);
    const anouk = await visit.as('Anouk Verbruggen');
    await anouk.goto(`${visit.url}${PATH}/geschiedenis`);
    await anouk.getByRole('button', { name: 'Versie een naam geven' }).click();
    const dialog = anouk.getByRole('dialog', { name: 'Een versie vaststellen' });
    await dialog.getByRole('button', { name: 'Vaststellen' }).click();
    await dialog.getByText('Vul een naam in.').waitFor();
    await dialog.getByRole('textbox', { name: 'Naam' }).fill('Voor de proef');
    await dialog.getByRole('spinbutton', { name: 'Versie' }).fill('8');
    await dialog.getByRole('button', { name: 'Vaststellen' }).click();
    await fenna.getByRole('link', { name: 'Voor de proef' }).click();
    await untilTitle(fenna, /, versie 8$/);
    await fenna.getByText('Vastgesteld als “Voor de proef”.').waitFor();
    await fenna.getByRole('button', { name: 'Ga naar…' }).click();
    const [first] = (await asItStood()).milestones.filter(({ name }) => name === '1.0 vastgesteld');
    await fenna.getByRole('button', { name: `1.0 vastgesteld (versie ${first!.version})` }).click();
    await untilTitle(fenna, new RegExp(`, versie ${first!.version}$`));
  });

  it('keeps what was decided then, whatever is decided later', async () => {
    await show(fenna, 'Stappenlijst');
    const step = 'Eigendom controleren';
    const then = await rowOf(fenna, step).textContent();
    const page = await visit.as('Fenna Hoekstra');
    await openProcess(page, visit.url, 'kapvergunning');
    await clickOn(page, 'Step_EigendomControleren');
    await fold(page, 'Opnieuw beslissen').click();
    await panel(page)
      .getByRole('radio', { name: /backoffice/ })
      .check();
    await panel(page)
      .locator('form')
      .filter({ has: page.getByRole('radio') })
      .getByRole('textbox', { name: 'Reden' })
      .fill('Het kadaster is toch te lastig.');
    await panel(page).getByRole('button', { name: 'Knip vastleggen' }).click();
    await panel(page)
      .getByText(/Vastgelegd als versie \d+/)
      .waitFor();
    await fenna.reload();
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, step).waitFor();
    expect(await rowOf(fenna, step).textContent()).toBe(then);
    await page.goto(`${visit.url}${PATH}`);
    await show(page, 'Stappenlijst');
    await rowOf(page, step).filter({ hasText: 'backoffice' }).waitFor();
  });
});
