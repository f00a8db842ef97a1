import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openProcess, renameStep, rowOf, savedVersion, show, standing } from './process-page.js';
import { anotherWindow, breachesOfWcag, signIn, startVisit, type Visit } from './visit.js';

const PROCESS = 'kapvergunning';
const KEPT = 'Niet opgeslagen (bewaard in deze browser)';
let visit: Visit;
let fenna: Page;
let anouk: Page;

beforeAll(async () => {
  visit = await startVisit();
  [fenna, anouk] = await Promise.all([visit.as('Fenna Hoekstra'), visit.as('Anouk Verbruggen')]);
});

const untilStanding = (page: Page, words: string | RegExp) =>
  standing(page).filter({ hasText: words }).waitFor();
const openList = async (page: Page) => {
  await openProcess(page, visit.url, PROCESS);
  await show(page, 'Stappenlijst');
};

describe('Saving', () => {
  it('makes a version, with the note in the history', async () => {
    await openList(fenna);
    await renameStep(fenna, 'Post openen en scannen', 'Post openen');
    await untilStanding(fenna, 'Niet opgeslagen');
    await fenna.getByRole('button', { name: 'Opslaan met opmerking' }).click();
    await fenna
      .getByRole('textbox', { name: 'Opmerking bij deze versie (mag leeg)' })
      .fill('Scannen hoort bij openen');
    await fenna.locator('form.save-note').getByRole('button', { name: 'Opslaan met opmerking' }).click();
    const version = await savedVersion(fenna);
    await fenna.goto(`${visit.url}/processen/${PROCESS}/geschiedenis`);
    const entry = fenna
      .locator('.entry')
      .filter({ has: fenna.getByRole('link', { name: `Versie ${version}`, exact: true }) });
    expect(await entry.textContent()).toMatch(
      /Fenna Hoekstra sloeg de tekening op\..*Scannen hoort bij openen/,
    );
  });

  it('says when there is nothing to save, and makes no version', async () => {
    await openList(fenna);
    const before = await fenna.getByRole('link', { name: /^versie \d+$/ }).textContent();
    await fenna.keyboard.press('Control+s');
    await untilStanding(fenna, 'Er is niets gewijzigd');
    expect(await fenna.getByRole('link', { name: /^versie \d+$/ }).textContent()).toBe(before);
  });
});

describe('Unsaved work', () => {
  const goOn = async (page: Page, step: string) => {
    await page.getByText(/Er is niet-opgeslagen werk van/).waitFor();
    await show(page, 'Stappenlijst');
    expect(await rowOf(page, step).count()).toBe(0);
    await page.getByRole('button', { name: 'Verder werken' }).click();
    await rowOf(page, step).waitFor();
  };

  it('is offered again after a reload, and can be thrown away', async () => {
    await renameStep(fenna, 'Zaak registreren', 'Zaak aanmaken');
    await untilStanding(fenna, KEPT);
    await fenna.reload();
    await goOn(fenna, 'Zaak aanmaken');
    await fenna.reload();
    await fenna.getByRole('button', { name: 'Weggooien' }).click();
    await fenna.getByRole('dialog').getByRole('button', { name: 'Weggooien' }).click();
    await fenna.getByText(/Er is niet-opgeslagen werk van/).waitFor({ state: 'detached' });
    await fenna.reload();
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, 'Zaak registreren').waitFor();
    expect(await fenna.getByText(/Er is niet-opgeslagen werk van/).count()).toBe(0);
  });

  it('survives a crash of the whole browser', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'knipkaart-profile-'));
    const enter = async (): Promise<Page> => {
      const page = await visit.stranger(profile);
      await page.goto(`${visit.url}/processen/${PROCESS}`);
      const start = page.getByRole('heading', { level: 1 });
      await start.waitFor();
      if ((await start.textContent()) === 'Wie bent u?') await signIn(page, 'Fenna Hoekstra');
      await page.locator('.knip-badge').first().waitFor({ state: 'attached' });
      return page;
    };
    const before = await enter();
    await show(before, 'Stappenlijst');
    await renameStep(before, 'Zaak registreren', 'Zaak openen');
    await untilStanding(before, KEPT);
    const gone = new Promise((resolve) => before.context().once('close', resolve));
    const session = await before.context().newCDPSession(before);
    await Promise.race([session.send('Browser.crash').catch(() => undefined), gone]);
    await gone;
    const after = await enter();
    await goOn(after, 'Zaak openen');
    await after.context().close();
    rmSync(profile, { recursive: true, force: true });
  });
});

describe('Two people at one process', () => {
  it('see a new version of the other without reloading', async () => {
    await openList(anouk);
    await openList(fenna);
    await renameStep(anouk, 'Belangen afwegen', 'Belangen wegen');
    await anouk.keyboard.press('Control+s');
    const version = await savedVersion(anouk);
    await rowOf(fenna, 'Belangen wegen').waitFor();
    await fenna
      .getByText(
        `Anouk Verbruggen heeft zojuist versie ${version} gemaakt (tekening opgeslagen). U ziet die nu.`,
      )
      .waitFor();
    await fenna.getByRole('link', { name: `versie ${version}` }).waitFor();
  });

  it('do not overwrite each other: who saves second sees who and what, and both stay', async () => {
    await renameStep(fenna, 'Besluit nemen', 'Besluit ondertekenen');
    await renameStep(anouk, 'Besluit controleren', 'Besluit nazien');
    await anouk.getByRole('button', { name: 'Opslaan met opmerking' }).click();
    await anouk
      .getByRole('textbox', { name: 'Opmerking bij deze versie (mag leeg)' })
      .fill('Zo noemen wij het');
    await anouk.locator('form.save-note').getByRole('button', { name: 'Opslaan met opmerking' }).click();
    const theirs = await savedVersion(anouk);
    await fenna
      .getByText(`Er is een nieuwere tekening: versie ${theirs}, opgeslagen door Anouk Verbruggen.`, {
        exact: false,
      })
      .waitFor();
    await rowOf(fenna, 'Besluit ondertekenen').waitFor();

    await fenna.getByRole('button', { name: 'Opslaan', exact: true }).click();
    const question = fenna.getByRole('dialog', { name: 'Iemand heeft intussen opgeslagen' });
    await question
      .getByText(new RegExp(`versie ${theirs}, .*: Anouk Verbruggen, “Zo noemen wij het”`))
      .waitFor();
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
    expect(
      (
        (await (await anouk.request.get(`${visit.url}/api/v1/processes/${PROCESS}`)).json()) as {
          latest: number;
        }
      ).latest,
    ).toBe(theirs);

    await question.getByText('Niet samenvoegen').click();
    await question
      .getByRole('button', { name: 'De andere tekening openen, de mijne bewaren als concept' })
      .click();
    await rowOf(fenna, 'Besluit nazien').waitFor();
    await rowOf(fenna, 'Besluit nemen').waitFor();
    await fenna.getByText(/Sindsdien is er een andere tekening opgeslagen/).waitFor();
  });

  it('can still put their own on top, knowingly; the other stays in the history', async () => {
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await rowOf(fenna, 'Besluit ondertekenen').waitFor();
    await fenna.keyboard.press('Control+s');
    const question = fenna.getByRole('dialog', { name: 'Iemand heeft intussen opgeslagen' });
    await question.getByText('Niet samenvoegen').click();
    await question.getByRole('button', { name: 'Mijn tekening als nieuwste versie opslaan' }).click();
    await question.getByRole('button', { name: 'Ja, opslaan als nieuwste versie' }).click();
    const mine = await savedVersion(fenna);
    await rowOf(anouk, 'Besluit ondertekenen').waitFor();
    await anouk.goto(`${visit.url}/processen/${PROCESS}/versies/${mine - 1}`);
    await show(anouk, 'Stappenlijst');
    await rowOf(anouk, 'Besluit nazien').waitFor();
  });
});

describe('One person with two windows', () => {
  it('is told that it was their own other window that saved, not somebody', async () => {
    const other = await anotherWindow(fenna);
    await openList(other);
    await openList(fenna);
    await renameStep(fenna, 'Zaak registreren', 'Zaak vastleggen');
    await renameStep(other, 'Zaak registreren', 'Zaak invoeren');
    await other.keyboard.press('Control+s');
    const version = await savedVersion(other);
    await fenna
      .getByText(`Er is een nieuwere tekening: versie ${version}, opgeslagen door u, in een ander venster.`, {
        exact: false,
      })
      .waitFor();
    await fenna.keyboard.press('Control+s');
    const question = fenna.getByRole('dialog', { name: 'U hebt intussen in een ander venster opgeslagen' });
    await question
      .getByText(/: u, in een ander venster$/)
      .first()
      .waitFor();
    expect(await question.textContent()).not.toContain('Fenna Hoekstra');
    await question.getByRole('button', { name: 'Later beslissen' }).click();
    await other.close();
  });
});
