import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { clickOn, drawing, fold, list, openProcess, panel, renameStep, show } from './process-page.js';
import { anotherWindow, breachesOfWcag, startVisit, type Visit } from './visit.js';

const KAP = '/processen/kapvergunning';
let visit: Visit;
let anouk: Page;

beforeAll(async () => {
  visit = await startVisit();
  anouk = await visit.as('Anouk Verbruggen');
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor();
const accessible = async (page: Page, within?: string) =>
  expect(await breachesOfWcag(page, within)).toEqual([]);

describe('WCAG 2.2 AA holds, as far as a program can tell, on', () => {
  it('the page that asks who one is, and a page that does not exist', async () => {
    const page = await visit.stranger();
    for (const address of ['/', '/bestaat-niet']) {
      await page.goto(visit.url + address);
      await heading(page);
      await accessible(page);
    }
    expect(await page.locator('html').getAttribute('lang')).toBe('nl');
    await page.context().close();
  });

  it('the overview, a menu of it, and its questions', async () => {
    await anouk.goto(visit.url);
    await anouk.getByRole('row').nth(1).waitFor();
    await accessible(anouk);
    await anouk.getByRole('button', { name: /^Meer over Omgevingsvergunning kap/ }).click();
    await accessible(anouk, '.disclosure__list');
    await anouk.getByRole('button', { name: 'Buiten gebruik stellen…' }).click();
    await anouk.getByRole('dialog').getByRole('button', { name: 'Buiten gebruik stellen' }).click();
    await anouk.getByText('Vul een reden in.').waitFor();
    await accessible(anouk, 'dialog');
    await anouk.keyboard.press('Escape');
    await anouk.getByRole('button', { name: 'Nieuw proces' }).click();
    await anouk.getByRole('radio', { name: 'Met een BPMN-bestand' }).check();
    await anouk.getByRole('button', { name: 'Proces maken' }).click();
    await anouk.getByText('Kies een bestand.').waitFor();
    await accessible(anouk, 'dialog');
    await anouk.keyboard.press('Escape');
    await anouk.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('the drawing, and a step with everything unfolded', async () => {
    await openProcess(anouk, visit.url, 'kapvergunning');
    await clickOn(anouk, 'Step_BesluitNemen');
    await panel(anouk)
      .getByText(/Grondslag: mandaat/)
      .waitFor();
    for (const title of [
      'Binding opheffen',
      'Binding wijzigen',
      'Kanalen van deze stap',
      'Gegevens die deze stap vraagt',
      'Volgorde beslissen',
      'Gegevens vastleggen',
    ]) {
      await fold(anouk, title).first().click();
    }
    await panel(anouk).getByRole('button', { name: 'Knip vastleggen' }).click();
    await panel(anouk).getByText('Vul een reden in.').first().waitFor();
    await accessible(anouk);
  });

  it('the step list with its forms open, and unsaved work', async () => {
    await anouk.goto(visit.url);
    await anouk.getByRole('button', { name: 'Nieuw proces' }).click();
    await anouk.getByRole('textbox', { name: 'Naam van het proces' }).fill('Ligplaats');
    await anouk.getByRole('combobox', { name: 'Domein' }).last().selectOption({ label: 'WMO' });
    await anouk.getByRole('button', { name: 'Proces maken' }).click();
    await show(anouk, 'Stappenlijst');
    await renameStep(anouk, 'Aanvraag in ontvangst nemen', 'Aanvraag aannemen');
    await list(anouk).getByRole('button', { name: 'Stap toevoegen' }).click();
    await list(anouk).getByRole('button', { name: 'Aanvraag behandelen bewerken' }).click();
    await accessible(anouk);
    await anouk.getByRole('button', { name: 'Opslaan met opmerking' }).click();
    await accessible(anouk, '.disclosure__list');
  });

  it('history, an older version', async () => {
    await anouk.goto(`${visit.url}${KAP}/geschiedenis`);
    await anouk.locator('.entry').first().waitFor();
    await accessible(anouk);
    await anouk.getByRole('button', { name: 'Versie een naam geven' }).click();
    await anouk.getByRole('dialog').waitFor();
    await accessible(anouk, 'dialog');
    await anouk.goto(`${visit.url}${KAP}/versies/12`);
    await drawing(anouk).locator('.knip-badge').first().waitFor();
    await anouk.getByRole('button', { name: 'Ga naar…' }).click();
    await accessible(anouk);
  });

  it('the statement on accessibility, and the documentation of the API', async () => {
    await anouk.goto(`${visit.url}/toegankelijkheid`);
    await heading(anouk);
    expect(await anouk.locator('main').textContent()).toContain(
      'Vrij tekenen op het canvas kan alleen met een muis',
    );
    await accessible(anouk);
    await anouk.goto(`${visit.url}/api/v1/docs`);
    await anouk.locator('details.api-route').first().waitFor();
    await anouk.locator('details.api-route summary').nth(3).click();
    await accessible(anouk);
  });
});

describe('A page that the service refuses to say who one is', () => {
  it('says why, asks no more by itself, and goes on when asked to try again', async () => {
    const page = await anotherWindow(anouk);
    let asked = 0;
    await page.route('**/api/v1/session', async (route) => {
      asked++;
      await route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        json: { type: 'about:blank', title: 'Te veel verzoeken', status: 429, detail: 'Wacht even.' },
      });
    });
    await page.goto(visit.url + KAP);
    await page.getByRole('alert').filter({ hasText: 'Wacht even.' }).waitFor();
    const again = page.getByRole('button', { name: 'Probeer het opnieuw' });
    await again.click();
    await again.waitFor();
    expect(asked).toBe(2);
    await page.unroute('**/api/v1/session');
    await again.click();
    await drawing(page).locator('.djs-shape').first().waitFor();
    await page.close();
  });
});

describe('On a telephone of 360 pixels wide', () => {
  it.each([
    ['the overview', '/', 'h2'],
    ['the history', `${KAP}/geschiedenis`, '.entry'],
    ['the statement on accessibility', '/toegankelijkheid', 'h2'],
    ['the documentation of the API', '/api/v1/docs', 'details'],
    ['a page that does not exist', '/bestaat-niet', 'h1'],
  ])('%s needs no scrolling sideways', async (_, address, part) => {
    await anouk.setViewportSize({ width: 360, height: 740 });
    await anouk.goto(visit.url + address);
    await anouk.locator(part).first().waitFor();
    expect(await anouk.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('a table that is too wide says that it scrolls sideways, and only there', async () => {
    const route = () => anouk.locator('details.api-route').filter({ hasText: '/channel-priority' });
    const hint = () => route().getByText('Schuif de tabel opzij om alles te zien.');
    await anouk.setViewportSize({ width: 360, height: 740 });
    await anouk.goto(`${visit.url}/api/v1/docs`);
    await route().locator('summary').first().click();
    await hint().first().waitFor();
    await accessible(anouk);
    await anouk.setViewportSize({ width: 1366, height: 850 });
    await hint().first().waitFor({ state: 'detached' });
  });

  it('knips are decided in the step list', async () => {
    await anouk.setViewportSize({ width: 360, height: 740 });
    await anouk.goto(visit.url + KAP);
    await show(anouk, 'Stappenlijst');
    await anouk.getByRole('button', { name: 'Knip van Post openen en scannen beslissen' }).click();
    await panel(anouk)
      .getByRole('radio', { name: /frontoffice/ })
      .check();
    await panel(anouk).getByRole('textbox', { name: 'Reden' }).fill('Vanuit de trein.');
    expect(await anouk.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await panel(anouk).getByRole('button', { name: 'Knip vastleggen' }).click();
    await panel(anouk)
      .getByText(/Vastgelegd als versie \d+/)
      .waitFor();
  });
});
