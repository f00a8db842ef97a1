import { isDeepStrictEqual } from 'node:util';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';
import { drawing, drop } from './process-page.js';
import { startVisit, type Visit } from './visit.js';

const KAP = 'bpmn/vergunningen/kapvergunning.bpmn';
const FILE = { name: 'kap van elders.bpmn', mimeType: 'application/xml', buffer: readFileSync(KAP) };
let visit: Visit;
let fenna: Page;

beforeAll(async () => {
  visit = await startVisit();
  fenna = await visit.as('Fenna Hoekstra');
});

interface Item {
  id: string;
  name: string;
  domain: string;
  counts: { front: number; back: number; undecided: number; handovers: number };
  last: { actor: { name: string } };
}

const listed = async (): Promise<Item[]> =>
  ((await (await fenna.request.get(`${visit.url}/api/v1/processes`)).json()) as { items: Item[] }).items;
const rows = (page: Page, name = ''): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const count = (page: Page, words: RegExp): Promise<void> =>
  page.locator('main').getByRole('status').filter({ hasText: words }).first().waitFor();
const dialog = (page: Page): Locator => page.getByRole('dialog');
const overview = (page: Page) => page.goto(visit.url);

const untilDomains = (...names: string[]): Promise<void> =>
  until(
    async () => isDeepStrictEqual(await fenna.getByRole('heading', { level: 2 }).allTextContents(), names),
    () => `The overview never shows ${names.join(', ')} alone.`,
  );

describe('The overview', () => {
  it('fetches at most 160 KiB of scripts, compressed, on a first visit: no forms and no reader of files', async () => {
    const page = await visit.as('Fenna Hoekstra');
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await overview(page);
    await rows(page).first().waitFor();
    const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(160);
  });

  it('shows the processes by domain with share, hand-overs, undecided steps, owner, and who did what last', async () => {
    await overview(fenna);
    await rows(fenna).first().waitFor();
    const items = await listed();
    for (const item of items) {
      const told = await rows(fenna, item.name).textContent();
      for (const part of [
        `${item.counts.front} front · ${item.counts.back} back`,
        `${item.counts.handovers}`,
        item.last.actor.name,
        'geleden',
      ])
        expect(told).toContain(part);
      expect(told).toContain(item.counts.undecided > 0 ? `${item.counts.undecided}` : 'alles beslist');
    }
    const { items: domains } = (await (await fenna.request.get(`${visit.url}/api/v1/domains`)).json()) as {
      items: { id: string; name: string }[];
    };
    for (const { id, name } of domains) {
      const own = items.filter((item) => item.domain === id).length;
      expect(await fenna.getByRole('region', { name, exact: true }).getByRole('rowheader').count()).toBe(own);
    }
    expect(await rows(fenna, 'kap (').textContent()).toContain('Anouk Verbruggen');
    expect(await rows(fenna).first().locator('svg.share__bar').isVisible()).toBe(true);
  });

  it('finds a process by words, domain and what is left to decide, and says when nothing fits', async () => {
    await fenna.getByRole('searchbox', { name: 'Zoeken' }).fill('kap');
    await count(fenna, /^1 proces ·/);
    expect(await rows(fenna).count()).toBe(1);
    await fenna.getByRole('combobox', { name: 'Domein' }).selectOption({ label: 'SOZA' });
    await fenna.getByText('Geen proces voldoet aan dit filter.').waitFor();
    await fenna.getByRole('button', { name: 'Filter wissen' }).click();
    await count(fenna, new RegExp(`^${(await listed()).length} processen`));
    await fenna.getByRole('combobox', { name: 'Domein' }).selectOption({ label: 'SOZA' });
    await untilDomains('SOZA');
    await fenna.getByRole('checkbox', { name: 'Alleen met nog te beslissen stappen' }).check();
    await fenna.reload();
    await rows(fenna).first().waitFor();
    expect(
      await fenna.getByRole('checkbox', { name: 'Alleen met nog te beslissen stappen' }).isChecked(),
    ).toBe(true);
    await untilDomains('SOZA');
  });
});

describe('A workgroup member makes a process', () => {
  it('empty, with a lane for front and one for back', async () => {
    await overview(fenna);
    await fenna.getByRole('button', { name: 'Nieuw proces' }).click();
    await dialog(fenna).getByRole('button', { name: 'Proces maken' }).click();
    await dialog(fenna).getByText('Vul een naam in.').waitFor();
    await dialog(fenna).getByRole('textbox', { name: 'Naam van het proces' }).fill('Ligplaats aanvragen');
    await dialog(fenna).getByRole('button', { name: 'Proces maken' }).click();
    await fenna.getByRole('heading', { level: 1, name: 'Ligplaats aanvragen' }).waitFor();
    for (const side of ['front', 'back'])
      await drawing(fenna).locator(`.djs-shape .knip-badge-${side}`).first().waitFor();
    await fenna
      .getByText(/2 stappen nog onbeslist/)
      .first()
      .waitFor();
  });

  it('from a file, which is looked into first', async () => {
    await overview(fenna);
    await fenna.getByRole('button', { name: 'Nieuw proces' }).click();
    await dialog(fenna).getByRole('radio', { name: 'Met een BPMN-bestand' }).check();
    await dialog(fenna).getByLabel('Bestand', { exact: true }).setInputFiles(FILE);
    await dialog(fenna)
      .getByText(/Gelezen: \d\d stappen/)
      .waitFor();
    await dialog(fenna).getByRole('textbox', { name: 'Naam van het proces' }).fill('Kap uit bestand');
    await dialog(fenna).getByRole('button', { name: 'Proces maken' }).click();
    await fenna.getByRole('heading', { level: 1, name: 'Kap uit bestand' }).waitFor();
    await drawing(fenna).locator('.djs-shape .knip-badge-undecided').first().waitFor();
  });

  it('by letting go of a file anywhere on the page', async () => {
    await overview(fenna);
    await rows(fenna).first().waitFor();
    await drop(fenna, 'losgelaten.bpmn', FILE.buffer.toString());
    await dialog(fenna).getByText('losgelaten.bpmn').waitFor();
    await dialog(fenna).getByRole('textbox', { name: 'Naam van het proces' }).fill('Kap losgelaten');
    await dialog(fenna).getByRole('button', { name: 'Proces maken' }).click();
    await fenna.getByRole('heading', { level: 1, name: 'Kap losgelaten' }).waitFor();
  });

  it('from a file of which some steps have no side, or no id, and hears which', async () => {
    await overview(fenna);
    await rows(fenna).first().waitFor();
    const namespace = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
    const tasks = '<task id="A" name="Aannemen"/><task name="Toetsen"/>';
    await drop(
      fenna,
      'zonder.bpmn',
      `<definitions xmlns="${namespace}"><process id="P">${tasks}</process></definitions>`,
    );
    await dialog(fenna).getByText('in geen baan: “Aannemen”, “Toetsen”.').waitFor();
    await dialog(fenna)
      .getByText(/^1 stap zonder id: .*: “Toetsen”\.$/)
      .waitFor();
    await fenna.keyboard.press('Escape');
  });

  it('not from a file that holds no BPMN, and hears why', async () => {
    await overview(fenna);
    await rows(fenna).first().waitFor();
    const before = (await listed()).length;
    await drop(fenna, 'gegevens.bpmn', '{"geen": "tekening"}');
    await dialog(fenna).getByText('Dit bestand kan niet worden gebruikt: gegevens.bpmn').waitFor();
    expect(await dialog(fenna).locator('.utrecht-alert--error li').first().textContent()).toMatch(/JSON/);
    await dialog(fenna).getByRole('textbox', { name: 'Naam van het proces' }).fill('Wordt niets');
    await dialog(fenna).getByRole('button', { name: 'Proces maken' }).click();
    await dialog(fenna).getByText('Dit bestand kan niet worden gebruikt', { exact: false }).waitFor();
    expect(await listed()).toHaveLength(before);
  });
});

describe('A process in the overview', () => {
  const menu = async (page: Page, process: string, entry: string) => {
    await page.getByRole('button', { name: `Meer over ${process}` }).click();
    await page.getByRole('button', { name: `${entry}…` }).click();
  };

  it('is renamed, with the reason', async () => {
    await overview(fenna);
    await menu(fenna, 'Ligplaats aanvragen', 'Hernoemen');
    await dialog(fenna).getByRole('textbox', { name: 'Nieuwe naam' }).fill('Ligplaatsvergunning');
    await dialog(fenna).getByRole('button', { name: 'Hernoemen' }).click();
    await dialog(fenna).getByText('Vul een reden in.').waitFor();
    // What is wrong has the focus, so that one can type at once.
    await dialog(fenna).locator('textarea:focus').waitFor();
    await fenna.keyboard.type('Zo heet het product.');
    await dialog(fenna).getByRole('button', { name: 'Hernoemen' }).click();
    await rows(fenna, 'Ligplaatsvergunning').waitFor();
    expect(await rows(fenna, 'Ligplaats aanvragen').count()).toBe(0);
  });

  it('is retired by the person who answers for it, disappears for everybody at once, and can be shown again', async () => {
    await fenna.getByRole('button', { name: 'Meer over Ligplaatsvergunning' }).click();
    expect(await fenna.getByRole('button', { name: 'Buiten gebruik stellen…' }).count()).toBe(0);
    const anouk = await visit.as('Anouk Verbruggen');
    await menu(anouk, 'Ligplaatsvergunning', 'Buiten gebruik stellen');
    await dialog(anouk).getByRole('textbox', { name: 'Reden' }).fill('Er zijn geen ligplaatsen meer.');
    await dialog(anouk).getByRole('button', { name: 'Buiten gebruik stellen' }).click();
    for (const page of [anouk, fenna]) await rows(page, 'Ligplaatsvergunning').waitFor({ state: 'detached' });
    await anouk.getByRole('checkbox', { name: 'Toon ook buiten gebruik' }).check();
    await rows(anouk, 'Ligplaatsvergunning').filter({ hasText: 'Buiten gebruik' }).waitFor();
    await anouk.getByRole('link', { name: 'Ligplaatsvergunning' }).click();
    await anouk
      .getByText(
        /Dit proces is buiten gebruik gesteld door Anouk Verbruggen .* “Er zijn geen ligplaatsen meer\.”/,
      )
      .waitFor();
    expect(await anouk.getByRole('button', { name: 'Opslaan' }).count()).toBe(0);
  });
});
