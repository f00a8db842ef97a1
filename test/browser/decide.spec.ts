import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../until.js';
import { asPerson } from './by-the-api.js';
import {
  clickOn,
  drawing,
  fold,
  onCanvas,
  openProcess,
  panel,
  rowOf,
  show,
  standing,
} from './process-page.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const PROCESS = 'kapvergunning';
let visit: Visit;
let fenna: Page;

beforeAll(async () => {
  visit = await startVisit();
  fenna = await visit.as('Fenna Hoekstra');
});

const undecided = async (page: Page) =>
  Number(
    /\d+/.exec(
      (await page
        .getByText(/\d+ stap(pen)? nog onbeslist/)
        .first()
        .textContent()) ?? '',
    )?.[0],
  );
const untilUndecided = (page: Page, count: number) =>
  page
    .getByText(new RegExp(`^${count} stap(pen)? nog onbeslist$`))
    .first()
    .waitFor();
const recorded = (page: Page) =>
  panel(page)
    .getByText(/Vastgelegd als versie \d+/)
    .waitFor();

describe('A workgroup member decides a knip', () => {
  it('opens a process with front, back, undecided steps, bindings and hand-overs marked, each by a shape of its own', async () => {
    await openProcess(fenna, visit.url, PROCESS);
    for (const mark of ['front', 'back', 'undecided', 'bound', 'disagrees']) {
      await drawing(fenna).locator(`.djs-shape .knip-badge-${mark}`).first().waitFor();
    }
    const process = (await (await fenna.request.get(`${visit.url}/api/v1/processes/${PROCESS}`)).json()) as {
      handovers: unknown[];
    };
    expect(process.handovers.length).toBeGreaterThan(0);
    await until(
      async () =>
        (await drawing(fenna).locator('.djs-connection .handover-scissors').count()) ===
        process.handovers.length,
      () => 'Not every hand-over has its scissors.',
    );
  });

  it('goes to the next undecided step with one click, and must give a reason', async () => {
    await fenna.getByRole('button', { name: 'Volgende onbesliste stap' }).first().click();
    await drawing(fenna).locator('.djs-shape.selected .knip-badge-undecided').waitFor();
    await panel(fenna)
      .getByRole('radio', { name: /frontoffice/ })
      .check();
    await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    await panel(fenna).getByText('Vul een reden in.').waitFor();
    expect(await panel(fenna).getByRole('textbox', { name: 'Reden' }).getAttribute('aria-invalid')).toBe(
      'true',
    );
  });

  it('decides front, generalist, with a reason and an alternative, and counts one undecided step less', async () => {
    const before = await undecided(fenna);
    await panel(fenna).getByRole('radio', { name: 'generalist', exact: true }).check();
    await panel(fenna).getByRole('textbox', { name: 'Reden' }).fill('De post komt bij ons binnen.');
    await panel(fenna)
      .getByRole('button', { name: /Alternatief toevoegen/ })
      .click();
    await panel(fenna).getByRole('textbox', { name: 'Alternatief 1' }).fill('De postkamer doet het');
    await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    await untilUndecided(fenna, before - 1);
    await recorded(fenna);
    await drawing(fenna).locator('.djs-shape.selected .knip-badge-front').waitFor();
    const told = await panel(fenna).textContent();
    for (const part of [
      'frontoffice, generalist',
      'De post komt bij ons binnen.',
      'De postkamer doet het',
      'Fenna Hoekstra',
    ])
      expect(told).toContain(part);
    expect(await breachesOfWcag(fenna)).toEqual([]);
  });

  it('is told so as long as that decision is on screen and holds', async () => {
    const said = panel(fenna).getByText(/Vastgelegd als versie \d+/);
    const step = (await drawing(fenna).locator('.djs-shape.selected').getAttribute('data-element-id'))!;
    await clickOn(fenna, 'Step_EigendomControleren');
    await panel(fenna).getByRole('heading', { name: 'Eigendom controleren' }).waitFor();
    await clickOn(fenna, step);
    await panel(fenna).getByText('De postkamer doet het').waitFor();
    expect(await said.count()).toBe(0);
    const decides = async (side: RegExp, reason: string) => {
      await fold(fenna, 'Opnieuw beslissen').click();
      await panel(fenna).getByRole('radio', { name: side }).check();
      await panel(fenna).getByRole('textbox', { name: 'Reden' }).first().fill(reason);
      await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    };
    await decides(/backoffice/, 'Toch de vakafdeling.');
    await recorded(fenna);
    await asPerson(visit.url, 'procesverantwoordelijke').put(`/processes/${PROCESS}/knips/${step}`, {
      side: 'front',
      role: 'generalist',
      reason: 'De post komt bij het KCC binnen.',
    });
    await panel(fenna).getByText('De post komt bij het KCC binnen.').waitFor();
    expect(await said.count()).toBe(0);
  });

  it('takes a knip back with a reason, and the step is undecided again', async () => {
    const before = await undecided(fenna);
    await fold(fenna, 'Knip intrekken').click();
    const form = panel(fenna)
      .locator('form')
      .filter({ has: fenna.getByRole('button', { name: 'Knip intrekken' }) });
    await form.getByRole('textbox', { name: 'Reden' }).fill('Toch eerst overleggen.');
    await form.getByRole('button', { name: 'Knip intrekken' }).click();
    await untilUndecided(fenna, before + 1);
    await drawing(fenna).locator('.djs-shape.selected .knip-badge-undecided').waitFor();
  });

  it('sees what is known of a step: arguments for either side, the law that binds it, data and who holds them', async () => {
    await clickOn(fenna, 'Step_EigendomControleren');
    await panel(fenna).getByRole('heading', { name: 'Eigendom controleren' }).waitFor();
    const reasons = panel(fenna).getByRole('group', { name: 'Argumenten' });
    for (const side of ['Voor frontoffice', 'Voor backoffice'])
      expect(await reasons.getByRole('heading', { name: side }).isVisible()).toBe(true);
    expect(await reasons.getByRole('listitem').count()).toBeGreaterThan(1);
    await fold(fenna, 'Gegevens die deze stap vraagt').first().click();
    await panel(fenna)
      .getByText(/staat al in BRK/)
      .first()
      .waitFor();
    await clickOn(fenna, 'Step_BesluitNemen');
    await panel(fenna)
      .getByText(/Grondslag: mandaat/)
      .waitFor();
  });

  it('puts the channels of a step, and of the whole process, in order of preference', async () => {
    const decide = async (title: string) => {
      await fold(fenna, 'Volgorde beslissen').click();
      await panel(fenna).getByRole('button', { name: 'Post omhoog' }).click();
      await panel(fenna).getByRole('button', { name: 'E-mail weglaten' }).click();
      await panel(fenna).getByRole('textbox', { name: 'Reden' }).last().fill('Brieven komen hier het meest.');
      await panel(fenna).getByRole('button', { name: 'Volgorde vastleggen' }).click();
      await recorded(fenna);
      await fold(fenna, title)
        .first()
        .filter({ hasText: /post, telefoon$/ })
        .waitFor();
    };
    await fold(fenna, 'Kanalen van deze stap').click();
    await decide('Kanalen van deze stap');
    await drawing(fenna).click({ position: { x: 600, y: 5 } });
    await panel(fenna).getByRole('heading', { name: 'Hele proces' }).waitFor();
    await decide('Kanalen van het hele proces');
  });

  it('says what is selected where no knip is decided on it', async () => {
    await clickOn(fenna, 'Gateway_Vergunningplichtig');
    await panel(fenna).getByText('Gekozen: Keuze (één pad) ‘Vergunningplichtig?’').waitFor();
    await drawing(fenna).click({ position: { x: 600, y: 5 } });
    await panel(fenna)
      .getByText(/^Gekozen:/)
      .waitFor({ state: 'detached' });
  });

  it('agrees what is handed over at a flow over the knip, and the scissors say so', async () => {
    const flow = 'Flow_VerzoekOphalenUitDso_OntvangstBevestigen';
    await onCanvas(fenna, flow).locator('.handover-open').waitFor();
    await clickOn(fenna, 'Step_OntvangstBevestigen');
    await panel(fenna)
      .getByRole('button', { name: /Overdracht van Verzoek ophalen uit DSO/ })
      .click();
    await panel(fenna).getByRole('heading', { name: 'Overdrachtsmoment backoffice → frontoffice' }).waitFor();
    await panel(fenna)
      .getByRole('textbox', { name: 'Wat wordt er overgedragen?' })
      .fill('Het verzoek met zaaknummer');
    await panel(fenna).getByRole('textbox', { name: 'Aantal' }).fill('2');
    await panel(fenna).getByRole('textbox', { name: 'Reden' }).fill('Zo weet de balie wat er ligt.');
    await panel(fenna).getByRole('button', { name: 'Afspraak vastleggen' }).click();
    await recorded(fenna);
    await panel(fenna).getByText('Binnen 2 werkdagen').waitFor();
    await onCanvas(fenna, flow).locator('.handover-agreed').waitFor();
  });
});

describe('Where lane and decision disagree', () => {
  it('the page says so, and moves the step to the side that was decided', async () => {
    await clickOn(fenna, 'Step_VolledigheidToetsen');
    await panel(fenna)
      .getByRole('heading', { name: /Baan en besluit verschillen/ })
      .waitFor();
    await panel(fenna)
      .getByRole('button', { name: 'Stap verplaatsen naar een baan van de backoffice' })
      .click();
    await panel(fenna).getByText('De stap is verplaatst.', { exact: false }).waitFor();
    await onCanvas(fenna, 'Step_VolledigheidToetsen')
      .locator('.knip-badge-disagrees')
      .waitFor({ state: 'detached' });
    await fenna.keyboard.press('Control+s');
    await standing(fenna)
      .filter({ hasText: /Opgeslagen als versie \d+/ })
      .waitFor();
    await show(fenna, 'Stappenlijst');
    expect(await rowOf(fenna, 'Volledigheid toetsen').textContent()).toContain('Vakafdeling');
    await show(fenna, 'Tekening');
  });

  it('or has it decided again', async () => {
    await clickOn(fenna, 'Step_AanvullingVragen');
    await panel(fenna)
      .getByRole('heading', { name: /Baan en besluit verschillen/ })
      .waitFor();
    await panel(fenna).getByRole('button', { name: 'Opnieuw beslissen' }).click();
    await panel(fenna)
      .getByRole('radio', { name: /frontoffice/ })
      .check();
    await panel(fenna)
      .locator('form')
      .filter({ has: fenna.getByRole('radio') })
      .getByRole('textbox', { name: 'Reden' })
      .fill('De baan had gelijk.');
    await panel(fenna).getByRole('button', { name: 'Knip vastleggen' }).click();
    await recorded(fenna);
    await onCanvas(fenna, 'Step_AanvullingVragen')
      .locator('.knip-badge-disagrees')
      .waitFor({ state: 'detached' });
    expect(
      await panel(fenna)
        .getByRole('heading', { name: /Baan en besluit verschillen/ })
        .count(),
    ).toBe(0);
  });
});

describe('An auditor', () => {
  it('sees everything and can change nothing', async () => {
    const wilma = await visit.as('Wilma Terpstra');
    await openProcess(wilma, visit.url, PROCESS);
    await wilma.getByText('U bent aangemeld als auditor', { exact: false }).waitFor();
    await panel(wilma)
      .getByText(/om te zien wat erover is besloten/)
      .waitFor();
    expect(await drawing(wilma).getByText('met de muis te bewerken').count()).toBe(0);
    await clickOn(wilma, 'Step_ZaakRegistreren');
    await onCanvas(wilma, 'Step_ZaakRegistreren').locator('.djs-outline').waitFor();
    await panel(wilma).getByText('Nu besloten:', { exact: false }).waitFor();
    expect(await panel(wilma).getByRole('textbox').count()).toBe(0);
    expect(
      await wilma.getByRole('button', { name: /Opslaan|vastleggen|Ongedaan maken|bewerken/ }).count(),
    ).toBe(0);
    expect(await drawing(wilma).locator('.djs-palette').count()).toBe(0);
    await show(wilma, 'Stappenlijst');
    await wilma.getByRole('button', { name: 'Knip van Zaak registreren bekijken' }).waitFor();
    expect(await wilma.getByRole('button', { name: 'Stap toevoegen' }).count()).toBe(0);
  });
});
