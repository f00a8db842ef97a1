import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { asPerson, saveDiagram } from './by-the-api.js';
import { openProcess, renameStep, rowOf, savedVersion, show } from './process-page.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const PROCESS = 'kapvergunning';
let visit: Visit;
let fenna: Page;
let anouk: Page;

beforeAll(async () => {
  visit = await startVisit();
  [fenna, anouk] = await Promise.all([visit.as('Fenna Hoekstra'), visit.as('Anouk Verbruggen')]);
});

const openBoth = async () => {
  for (const page of [fenna, anouk]) {
    await openProcess(page, visit.url, PROCESS);
    await show(page, 'Stappenlijst');
  }
};
const question = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Iemand heeft intussen opgeslagen' });
const merge = (page: Page): Locator => question(page).getByRole('button', { name: 'Samenvoegen en opslaan' });
const point = (page: Page, words: string | RegExp): Locator =>
  question(page).getByRole('group', { name: words });

/** Both rename; Anouk saves first, and Fenna sees that. */
async function bothRename(theirs: [string, string][], mine: [string, string][]): Promise<number> {
  await openBoth();
  for (const [from, to] of theirs) await renameStep(anouk, from, to);
  for (const [from, to] of mine) await renameStep(fenna, from, to);
  await anouk.keyboard.press('Control+s');
  const version = await savedVersion(anouk);
  await fenna.keyboard.press('Control+s');
  await question(fenna).waitFor();
  return version;
}

describe('Work that two people did at once', () => {
  it('goes together with one click where nothing clashes, and the page says what came along', async () => {
    const theirs = await bothRename(
      [['Besluit controleren', 'Besluit nazien']],
      [['Besluit nemen', 'Besluit ondertekenen']],
    );
    await question(fenna)
      .getByText('Uw wijzigingen en die van Anouk Verbruggen gaan samen', { exact: false })
      .waitFor();
    await question(fenna).getByText('Stap Besluit controleren heet nu Besluit nazien.').waitFor();
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
    await merge(fenna).click();
    await question(fenna).waitFor({ state: 'detached' });
    expect(await savedVersion(fenna)).toBe(theirs + 1);
    await fenna.getByText('Samengevoegd met het werk van Anouk Verbruggen', { exact: false }).waitFor();
    for (const page of [fenna, anouk])
      for (const name of ['Besluit nazien', 'Besluit ondertekenen']) await rowOf(page, name).waitFor();
    expect(await breachesOfWcag(fenna)).toEqual([]);
    await fenna.reload();
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, 'Besluit nazien').waitFor();
    expect(await fenna.getByText(/Er is niet-opgeslagen werk van/).count()).toBe(0);
  });

  it('shows both wishes where it clashes, in the drawings and in words, and saves what is chosen', async () => {
    const theirs = await bothRename(
      [
        ['Belangen afwegen', 'Belangen wegen'],
        ['Zaak registreren', 'Zaak openen'],
      ],
      [
        ['Belangen afwegen', 'Belangen van de buurt afwegen'],
        ['Zaak registreren', 'Zaak aanmaken'],
        ['Besluit opstellen', 'Besluit schrijven'],
      ],
    );
    await question(fenna)
      .getByText('Op 2 punten willen u en Anouk Verbruggen niet hetzelfde.', { exact: false })
      .waitFor();
    for (const side of ['before', 'after']) {
      await question(fenna)
        .locator(`.drawings__one--${side} .change-mark[data-element-id="Step_BelangenAfwegen"]`)
        .waitFor({ state: 'attached' });
    }
    expect(await point(fenna, /Belangen afwegen: de naam/).textContent()).toMatch(
      /Was: Belangen afwegen.*Uw wijziging: Belangen van de buurt afwegen.*Van Anouk Verbruggen: Belangen wegen/,
    );
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);

    await merge(fenna).click();
    await question(fenna).getByText('Kies wat dit wordt.').first().waitFor();
    expect(await asPerson(visit.url, 'auditor').latest(PROCESS)).toBe(theirs);
    await point(fenna, /Belangen afwegen: de naam/)
      .getByRole('radio', { name: /^Van Anouk Verbruggen/ })
      .focus();
    await fenna.keyboard.press('Space');
    await question(fenna)
      .locator('.change-mark--current[data-element-id="Step_BelangenAfwegen"]')
      .first()
      .waitFor();
    await question(fenna).getByText('Kies nog bij 1 punt.').waitFor();
    await point(fenna, /Zaak registreren: de naam/)
      .getByRole('radio', { name: /^Uw wijziging/ })
      .check();
    await merge(fenna).click();
    await question(fenna).waitFor({ state: 'detached' });
    expect(await savedVersion(fenna)).toBe(theirs + 1);
    for (const name of ['Belangen wegen', 'Zaak aanmaken', 'Besluit schrijven'])
      await rowOf(anouk, name).waitFor();
  });

  it('is asked about again where somebody saves once more, with the choices kept that still fit', async () => {
    await bothRename(
      [
        ['Besluit verzenden', 'Besluit sturen'],
        ['Besluit toelichten', 'Besluit uitleggen'],
      ],
      [
        ['Besluit verzenden', 'Besluit opsturen'],
        ['Besluit toelichten', 'Besluit bespreken'],
      ],
    );
    await point(fenna, /Besluit verzenden: de naam/)
      .getByRole('radio', { name: /^Uw wijziging/ })
      .check();
    await point(fenna, /Besluit toelichten: de naam/)
      .getByRole('radio', { name: /^Uw wijziging/ })
      .check();
    await saveDiagram(asPerson(visit.url, 'procesverantwoordelijke'), PROCESS, (xml) =>
      xml.replace('name="Besluit uitleggen"', 'name="Besluit verduidelijken"'),
    );
    await merge(fenna).click();
    await question(fenna).getByText('Er is intussen wéér opgeslagen.', { exact: false }).waitFor();
    await point(fenna, /Besluit toelichten: de naam/)
      .getByRole('radio', { name: /Besluit verduidelijken$/ })
      .waitFor();
    expect(
      await point(fenna, /Besluit verzenden: de naam/)
        .getByRole('radio', { name: /^Uw wijziging/ })
        .isChecked(),
    ).toBe(true);
    expect(
      await point(fenna, /Besluit toelichten: de naam/)
        .getByRole('radio', { checked: true })
        .count(),
    ).toBe(0);
    await question(fenna).getByRole('button', { name: 'Overal die van Anouk Verbruggen' }).click();
    await merge(fenna).click();
    await question(fenna).waitFor({ state: 'detached' });
    await rowOf(fenna, 'Besluit verduidelijken').waitFor();
    await rowOf(fenna, 'Besluit sturen').waitFor();
  });

  it('is kept as a draft for as long as nobody chooses, and offered to merge again', async () => {
    await bothRename(
      [['Aanvulling vragen', 'Aanvulling opvragen']],
      [['Aanvulling vragen', 'Om aanvulling vragen']],
    );
    await merge(fenna).waitFor();
    await fenna.setViewportSize({ width: 360, height: 740 });
    expect(await fenna.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
    await fenna.setViewportSize({ width: 1366, height: 850 });
    await question(fenna).getByRole('button', { name: 'Later beslissen' }).click();
    await rowOf(fenna, 'Om aanvulling vragen').waitFor();
    await fenna.reload();
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await fenna.keyboard.press('Control+s');
    await point(fenna, /Aanvulling vragen: de naam/)
      .getByRole('radio', { name: /^Van Anouk Verbruggen/ })
      .check();
    await merge(fenna).click();
    await question(fenna).waitFor({ state: 'detached' });
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, 'Aanvulling opvragen').waitFor();
  });
});
