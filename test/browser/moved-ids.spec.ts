import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { saveDiagram, type Client } from './by-the-api.js';
import { FRONT, knipsOf, makeDecided, NEW, numbered, OLD, ASSESS, SEND } from './numbered-anew.js';
import { openProcess, panel, renameStep, rowOf, savedVersion, show, standing } from './process-page.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const KEPT = 'Niet opgeslagen (bewaard in deze browser)';
const FOLLOW = 'De besluiten gaan mee met hun stap';
const KEEP = 'De besluiten blijven bij hun id';
const BACK = 'Terug naar de tekening';
const FOLLOWED = { [FRONT]: 'front', [ASSESS]: 'back' };
let visit: Visit;
let fenna: Page;
let id: string;
let colleague: Client;

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  fenna = await visit.as('Fenna Hoekstra');
});
beforeEach(async () => {
  ({ id, colleague } = await makeDecided(visit.url, 'Opnieuw genummerd'));
  await openProcess(fenna, visit.url, id);
});

const question = (): Locator => fenna.getByRole('dialog', { name: 'Wat gebeurt er met de besluiten?' });
const conflict = (): Locator => fenna.getByRole('dialog', { name: 'Iemand heeft intussen opgeslagen' });
const answer = (name: string) => question().getByRole('button', { name }).click();
const saves = () => fenna.keyboard.press('Control+s');
const focused = () => fenna.evaluate<string>('document.activeElement?.textContent');
/** The text of the question about one step or flow. */
const asked = (name: string) =>
  question()
    .getByRole('listitem')
    .filter({ has: fenna.getByText(name, { exact: true }) })
    .first()
    .textContent();

/** @param lacking the decisions that the page asks about first, since the file lacks their steps */
async function opens(xml: string, lacking: string[] = []): Promise<void> {
  await fenna
    .getByLabel('Bestand openen')
    .setInputFiles({ name: 'tekening.bpmn', mimeType: 'application/xml', buffer: Buffer.from(xml) });
  const lapsing = fenna.getByRole('dialog', { name: 'Wilt u dit bestand openen?' });
  const told = fenna.getByRole('dialog', { name: 'Over dit bestand' });
  await lapsing.or(told).waitFor();
  expect(await lapsing.getByRole('listitem').allTextContents()).toEqual(lacking);
  if (lacking.length > 0) await lapsing.getByRole('button', { name: 'Toch openen' }).click();
  await told.waitFor();
  await fenna.keyboard.press('Escape');
  await told.waitFor({ state: 'detached' });
  await standing(fenna).filter({ hasText: KEPT }).waitFor();
}
async function isAsked(xml = NEW, lacking: string[] = []): Promise<void> {
  await opens(xml, lacking);
  await saves();
  await question().waitFor();
}
/** Leaves the drawing as it is, in two versions. */
async function colleagueSavesAndGoesBack(): Promise<void> {
  await saveDiagram(colleague, id, () => OLD.replace(SEND, 'Besluit verzenden'));
  await saveDiagram(colleague, id, () => OLD);
}

describe('A drawing in which steps were numbered anew', () => {
  it('is saved after one question, which says whose decisions moved where, and they go along', async () => {
    await isAsked();
    expect(await asked(FRONT)).toMatch(
      /Knip: frontoffice.*Gegevensuitvraag: Adres \(BRP\).*Staat nog in de tekening\. Het oude id is nu van Identiteit vaststellen\..*id was T1, is nu T2/,
    );
    expect(await asked(ASSESS)).toMatch(
      /Knip: backoffice, specialist.*Wettelijke binding: backoffice, bron: Awb art\. 10:3/,
    );
    expect(await asked(`${FRONT} → ${ASSESS}`)).toMatch(/Overdrachtsmoment: ‘Volledig dossier’/);
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
    expect(await colleague.latest(id)).toBe(7);
    await answer(FOLLOW);
    await fenna.getByText('5 besluiten gingen mee met hun stap.').waitFor();
    await question().waitFor({ state: 'detached' });
    await savedVersion(fenna);
    expect(await knipsOf(colleague, id)).toEqual(FOLLOWED);
    expect(await breachesOfWcag(fenna)).toEqual([]);
    await show(fenna, 'Stappenlijst');
    expect(await rowOf(fenna, ASSESS).textContent()).toMatch(/backoffice/i);
    await fenna.reload();
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, ASSESS).waitFor();
    expect(await fenna.getByText(/Er is niet-opgeslagen werk van/).count()).toBe(0);

    await fenna.goto(`${visit.url}/processen/${id}/geschiedenis`);
    const told = (words: string) => fenna.locator('.entry').filter({ hasText: words }).waitFor();
    await told(`Fenna Hoekstra liet de knip van ${FRONT} meegaan naar het nieuwe id T2.`);
    await told(`Fenna Hoekstra liet de knip van ${FRONT} meegaan: frontoffice. Het id was eerst T1.`);
    await fenna.goto(`${visit.url}/processen/${id}/vergelijken?from=7&to=${await colleague.latest(id)}`);
    await fenna.getByText('Identiteit vaststellen').first().waitFor();
    expect(await fenna.getByText('Wat er anders is besloten').count()).toBe(0);
  });

  it('leaves every decision with who took it, and says with whose save it went along', async () => {
    await isAsked();
    await answer(FOLLOW);
    await savedVersion(fenna);
    await show(fenna, 'Naast elkaar');
    await rowOf(fenna, FRONT).locator('[data-focus^="knip "]').click();
    await panel(fenna).getByText('Het KCC neemt aan').waitFor();
    const told = (await panel(fenna).locator('.knip-decided').first().textContent()) ?? '';
    expect(told).toMatch(/door Anouk Verbruggen,/);
    expect(told).toMatch(/Meegegaan toen Fenna Hoekstra een tekening opsloeg met andere ids \(eerst T1\)/);
  });

  it('is saved with decisions that stay with their ids, and the history says so', async () => {
    await isAsked();
    await answer(KEEP);
    await savedVersion(fenna);
    expect(await knipsOf(colleague, id)).toEqual({ 'Identiteit vaststellen': 'front', [FRONT]: 'back' });
    expect(await fenna.getByText(/gingen mee met hun stap/).count()).toBe(0);
    await fenna.goto(`${visit.url}/processen/${id}/geschiedenis`);
    await fenna.getByText('sloeg de tekening op. De besluiten bleven bij hun id.').waitFor();
  });

  it('shows no decision at another step before it is saved, and lets nothing be decided there', async () => {
    await show(fenna, 'Naast elkaar');
    await opens(NEW);
    await rowOf(fenna, 'Identiteit vaststellen').waitFor();
    for (const name of ['Identiteit vaststellen', FRONT, ASSESS, SEND])
      expect(await rowOf(fenna, name).textContent()).not.toMatch(/frontoffice|backoffice|specialist|Awb/i);
    const onCanvas = fenna.locator('.djs-shape .knip-badge');
    await onCanvas.first().waitFor();
    expect(
      await onCanvas.evaluateAll((all: { className: string }[]) => all.map((one) => one.className)),
    ).toEqual(expect.not.arrayContaining([expect.stringMatching(/knip-badge-(front|back|bound)/)]));
    for (const name of ['Identiteit vaststellen', FRONT, ASSESS]) {
      await rowOf(fenna, name).locator('[data-focus^="knip "]').click();
      await panel(fenna).getByRole('heading', { name, exact: true }).waitFor();
      await panel(fenna).getByText('De ids van de stappen zijn veranderd.').waitFor();
      expect(await panel(fenna).getByLabel('Reden').count()).toBe(0);
      expect(
        await panel(fenna)
          .getByText(/KCC neemt aan|Mandaat ligt|Volledig dossier|Awb/)
          .count(),
      ).toBe(0);
    }
    await panel(fenna).getByRole('button', { name: 'Opslaan' }).click();
    await answer(FOLLOW);
    await savedVersion(fenna);
    await panel(fenna).getByText('De ids van de stappen zijn veranderd.').waitFor({ state: 'detached' });
    expect(await rowOf(fenna, ASSESS).textContent()).toMatch(/backoffice/i);
  });

  it('names the decisions of the right step in the question about deleting one', async () => {
    await opens(NEW);
    await show(fenna, 'Stappenlijst');
    const remove = async (name: string) => {
      await fenna.getByRole('button', { name: `${name} bewerken` }).click();
      await fenna.getByRole('button', { name: `${name} verwijderen` }).click();
    };
    const deleting = fenna.getByRole('dialog', { name: 'Wilt u dit wijzigen?' });
    await remove(FRONT);
    await deleting.waitFor();
    expect(await deleting.getByRole('listitem').allTextContents()).toEqual([
      `${FRONT}: knip, gegevensuitvraag`,
      `${ASSESS}: afspraak over de overdracht naar deze stap`,
    ]);
    await deleting.getByRole('button', { name: 'Annuleren' }).click();
    await remove('Identiteit vaststellen');
    await rowOf(fenna, 'Identiteit vaststellen').waitFor({ state: 'detached' });
    expect(await deleting.count()).toBe(0);
  });

  it('is not stored when the person goes back to the drawing, and stays kept; the next save asks again', async () => {
    await isAsked();
    await answer(BACK);
    await question().waitFor({ state: 'detached' });
    expect(await colleague.latest(id)).toBe(7);
    await standing(fenna).filter({ hasText: KEPT }).waitFor();
    await fenna.reload();
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await standing(fenna).filter({ hasText: KEPT }).waitFor();
    await saves();
    await question().waitFor();
    await answer(FOLLOW);
    await savedVersion(fenna);
    expect(await knipsOf(colleague, id)).toEqual(FOLLOWED);
  });

  it('is answered by keyboard alone: the focus stays in the question, and goes back after it', async () => {
    await opens(NEW);
    const save = fenna.getByRole('button', { name: 'Opslaan', exact: true });
    await save.focus();
    await fenna.keyboard.press('Enter');
    await question().waitFor();
    const seen: string[] = [];
    for (let tabs = 0; tabs < 6; tabs++) {
      await fenna.keyboard.press('Tab');
      expect(
        await fenna.evaluate(
          'document.activeElement === document.body || !!document.activeElement?.closest("dialog")',
        ),
      ).toBe(true);
      seen.push(await focused());
    }
    expect(seen).toEqual(expect.arrayContaining([FOLLOW, KEEP, BACK]));
    await fenna.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect(await focused()).toBe('Opslaan');
    await fenna.keyboard.press('Enter');
    await question().waitFor();
    while ((await focused()) !== FOLLOW) await fenna.keyboard.press('Tab');
    await fenna.keyboard.press('Enter');
    await savedVersion(fenna);
    expect(await knipsOf(colleague, id)).toEqual(FOLLOWED);
  });

  it('ends decisions of a step that is gone, and the page says which', async () => {
    await isAsked(numbered(ASSESS, SEND), [
      `${FRONT}: knip, gegevensuitvraag`,
      `${ASSESS}: afspraak over de overdracht naar deze stap`,
    ]);
    expect(await asked(FRONT)).toMatch(
      /Staat niet meer in de tekening\. Het oude id is nu van Besluit nemen\./,
    );
    await question()
      .getByText(/3 besluiten gaan over iets dat niet meer in de tekening staat/)
      .waitFor();
    await answer(FOLLOW);
    const notice = fenna.locator('.notice-bar').filter({ hasText: '2 besluiten gingen mee met hun stap.' });
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(
      /Beëindigd, want dit staat niet meer in de tekening:.*de knip van Aanvraag aannemen/,
    );
    expect(await knipsOf(colleague, id)).toEqual({ [ASSESS]: 'back' });
  });

  it('fits a narrow window, in which a long list scrolls', async () => {
    await fenna.setViewportSize({ width: 390, height: 844 });
    await isAsked();
    expect(await fenna.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const scrolled = await question()
      .locator('.moved-ids')
      .evaluate((list: { scrollTop: number }) => {
        list.scrollTop = 40;
        return list.scrollTop;
      });
    expect(scrolled).toBe(40);
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
    await answer(BACK);
    await fenna.setViewportSize({ width: 1366, height: 850 });
  });
});

describe('A process whose file has no drawing', () => {
  const withoutDrawing = (xml: string) => xml.replace(/<bpmndi:BPMNDiagram.*<\/bpmndi:BPMNDiagram>/s, '');
  const visits = async () => {
    ({ id, colleague } = await makeDecided(visit.url, 'Zonder tekening', withoutDrawing(OLD)));
    await fenna.goto(`${visit.url}/processen/${id}`);
    await fenna.getByText('Dit bestand heeft geen tekening die de editor kan tonen').waitFor();
  };

  it('takes a file with a drawing in its place, and the question comes when that is saved', async () => {
    await visits();
    await isAsked();
    expect(await asked(FRONT)).toMatch(/id was T1, is nu T2/);
    await answer(FOLLOW);
    await savedVersion(fenna);
    expect(await knipsOf(colleague, id)).toEqual(FOLLOWED);
  });

  it('is asked about a file that was kept as a draft, too', async () => {
    await visits();
    await opens(NEW);
    await fenna.reload();
    await fenna.getByRole('button', { name: 'Verder werken' }).click();
    await standing(fenna).filter({ hasText: KEPT }).waitFor();
    await saves();
    await question().waitFor();
    await answer(KEEP);
    await savedVersion(fenna);
    expect(await knipsOf(colleague, id)).toEqual({ 'Identiteit vaststellen': 'front', [FRONT]: 'back' });
  });

  it('refuses a file without a drawing as well, says why, and keeps what is saved', async () => {
    await visits();
    const version = await colleague.latest(id);
    await fenna.getByLabel('Bestand openen').setInputFiles({
      name: 'zonder.bpmn',
      mimeType: 'application/xml',
      buffer: Buffer.from(withoutDrawing(NEW)),
    });
    await fenna.getByText(/Het bestand is in orde, maar heeft geen tekening/).waitFor();
    await fenna.keyboard.press('Escape');
    await fenna.getByText('Dit bestand heeft geen tekening die de editor kan tonen').waitFor();
    await show(fenna, 'Stappenlijst');
    await rowOf(fenna, FRONT).waitFor();
    expect(await colleague.latest(id)).toBe(version);
  });
});

describe('Decisions whose step is gone', () => {
  it('are all listed in the panel of the process, with who took them', async () => {
    await saveDiagram(colleague, id, () => numbered(FRONT).replaceAll('T1', 'T9'));
    await fenna.goto(`${visit.url}/processen/${id}`);
    const lapsed = panel(fenna).locator('details').filter({ hasText: 'Vervallen besluiten' });
    for (const said of [
      'Knip: frontoffice (T1)',
      'Knip: backoffice, specialist (T2)',
      'Wettelijk gebonden: backoffice, Awb art. 10:3 (T2)',
      'Gegevensuitvraag: Adres (T1)',
      'Afspraak over de overdracht: Volledig dossier (F1)',
    ])
      await lapsed.getByText(said).waitFor();
    expect(await breachesOfWcag(fenna)).toEqual([]);
  });
});

describe('The history of a process in which ids changed', () => {
  it('offers every step once in its filter, and finds what was decided on it under every id', async () => {
    const seen = await colleague.latest(id);
    await colleague.put(`/processes/${id}/diagram`, NEW, { 'If-Match': `"${seen}"`, Ids: 'follow' });
    await colleague.put(`/processes/${id}/knips/T2`, { side: 'back', reason: 'Toch de afdeling' });
    await fenna.goto(`${visit.url}/processen/${id}/geschiedenis`);
    await fenna.locator('.entry').first().waitFor();
    const steps = fenna.getByRole('combobox', { name: 'Stap of overdrachtsmoment' });
    const offered = await steps.getByRole('option').allTextContents();
    expect(offered.filter((name) => name === FRONT)).toEqual([FRONT]);
    await steps.selectOption({ label: FRONT });
    await fenna.getByText('7 gebeurtenissen gevonden').waitFor();
    for (const reason of ['Het KCC neemt aan', 'Toch de afdeling'])
      await fenna.locator('.entry').filter({ hasText: reason }).first().waitFor();
    await steps.selectOption({ label: 'Identiteit vaststellen' });
    await fenna.getByText('Geen gebeurtenis voldoet aan dit filter.').waitFor();
  });
});

describe('The question about ids', () => {
  it('comes when a drawing is saved on top of one that was numbered anew, and going back stores nothing', async () => {
    await show(fenna, 'Stappenlijst');
    await renameStep(fenna, SEND, 'Besluit verzenden');
    const seen = await colleague.latest(id);
    await colleague.put(`/processes/${id}/diagram`, NEW, { 'If-Match': `"${seen}"`, Ids: 'follow' });
    const onTop = async () => {
      await saves();
      await conflict().getByText('Niet samenvoegen').click();
      await conflict().getByRole('button', { name: 'Mijn tekening als nieuwste versie opslaan' }).click();
      await conflict().getByRole('button', { name: 'Ja, opslaan als nieuwste versie' }).click();
      await question().waitFor();
    };
    await onTop();
    const theirs = await colleague.latest(id);
    await answer(BACK);
    await question().waitFor({ state: 'detached' });
    expect(await colleague.latest(id)).toBe(theirs);
    await onTop();
    await answer(FOLLOW);
    await savedVersion(fenna);
    expect(await knipsOf(colleague, id)).toEqual(FOLLOWED);
  });

  it('comes in a merge, which goes on with the answer', async () => {
    await opens(NEW);
    await colleagueSavesAndGoesBack();
    await saves();
    await conflict().getByRole('button', { name: 'Samenvoegen en opslaan' }).click();
    await question().waitFor();
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
    await answer(BACK);
    await conflict().waitFor({ state: 'detached' });
    await standing(fenna).filter({ hasText: KEPT }).waitFor();
    await saves();
    await conflict().getByRole('button', { name: 'Samenvoegen en opslaan' }).click();
    await answer(FOLLOW);
    await fenna.getByText('5 besluiten gingen mee met hun stap.').waitFor();
    await fenna.getByText(/^Samengevoegd met het werk van Anouk Verbruggen/).waitFor();
    expect(await knipsOf(colleague, id)).toEqual(FOLLOWED);
  });

  it('is not asked twice about the same when somebody saves before the answer', async () => {
    await isAsked();
    await colleagueSavesAndGoesBack();
    await answer(FOLLOW);
    await conflict().getByRole('button', { name: 'Samenvoegen en opslaan' }).click();
    await fenna.getByText('5 besluiten gingen mee met hun stap.').waitFor();
    expect(await knipsOf(colleague, id)).toEqual(FOLLOWED);
  });

  it('is asked again when somebody decided something else before the answer', async () => {
    await isAsked();
    await colleague.put(`/processes/${id}/knips/T3`, { side: 'front', reason: 'Per post' });
    await answer(KEEP);
    await question().getByText(SEND, { exact: true }).first().waitFor();
    await answer(FOLLOW);
    await fenna.getByText('6 besluiten gingen mee met hun stap.').waitFor();
    expect(await knipsOf(colleague, id)).toEqual({ ...FOLLOWED, [SEND]: 'front' });
  });
});
