import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  drawing,
  onCanvas,
  openProcess,
  renameStep,
  rowOf,
  savedVersion,
  show,
  standing,
} from './process-page.js';
import { makeTwoLanes, TWO_LANES, withoutJudge, type Made } from './two-lanes.js';
import { saveDiagram } from './by-the-api.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const KEPT = 'Niet opgeslagen (bewaard in deze browser)';
let visit: Visit;
let fenna: Page;
let made: Made;

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  fenna = await visit.as('Fenna Hoekstra');
});
beforeEach(async () => {
  made = await makeTwoLanes(visit.url, 'Uit een ander programma');
  await openProcess(fenna, visit.url, made.id);
});

const choose = (text: string) =>
  fenna
    .getByLabel('Bestand openen')
    .setInputFiles({ name: 'tekening.bpmn', mimeType: 'application/xml', buffer: Buffer.from(text) });
const question = () => fenna.getByRole('dialog', { name: 'Wilt u dit bestand openen?' });
const untilKept = () => standing(fenna).filter({ hasText: KEPT }).waitFor();
const changed = TWO_LANES.replace('name="Beoordelen"', 'name="Wegen"');

it('A file from another program is opened in place of the drawing, saved like any work, and nothing is lost', async () => {
  await show(fenna, 'Stappenlijst');
  await renameStep(fenna, 'Aannemen', 'Ontvangen');
  await untilKept();
  await choose(changed);
  await rowOf(fenna, 'Wegen').waitFor();
  await fenna.getByText(/Er is niet-opgeslagen werk van/).waitFor();
  await untilKept();
  await fenna.keyboard.press('Control+s');
  expect(await savedVersion(fenna)).toBe(3);
  await fenna.getByRole('button', { name: 'Verder werken' }).click();
  await rowOf(fenna, 'Ontvangen').waitFor();
});

it('The page lists what the editor cannot write of the file, before it is saved', async () => {
  await choose(
    changed
      .replace('<bpmn:definitions ', '<bpmn:definitions xmlns:v="urn:vendor" ')
      .replace('<bpmn:userTask id="Judge" name="Wegen">', '$&<v:cost>12</v:cost>'),
  );
  await untilKept();
  await fenna.keyboard.press('Control+s');
  const told = fenna.getByRole('dialog', { name: 'Bij het opslaan gaat iets verloren' });
  await told.getByText(/cost/).first().waitFor();
  await told.getByRole('button', { name: 'Toch opslaan' }).click();
  expect(await savedVersion(fenna)).toBe(3);
});

it.each([
  ['is no BPMN', '<a/>', /BPMN/],
  ['has no drawing', TWO_LANES.replace(/<bpmndi:BPMNDiagram.*<\/bpmndi:BPMNDiagram>/s, ''), /geen tekening/],
])('A file that %s is refused with the reason, and the drawing stays', async (_, text, reason) => {
  await choose(text);
  const refused = fenna.getByRole('dialog', { name: 'Dit bestand kan hier niet worden geopend' });
  await refused.getByText(reason).waitFor();
  expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
  await fenna.keyboard.press('Escape');
  await refused.waitFor({ state: 'detached' });
  await onCanvas(fenna, 'Judge').filter({ hasText: 'Beoordelen' }).waitFor();
  expect(await drawing(fenna).getByText('Wegen').count()).toBe(0);
  expect(await standing(fenna).textContent()).toBe('Opgeslagen');
});

it('The page says which steps of the file have no side, when it is opened', async () => {
  await choose(changed.replaceAll(/ knip:side="\w+"/g, ''));
  await question()
    .getByText(/Wegen: was backoffice|Beoordelen: was backoffice/)
    .waitFor();
  await question().getByRole('button', { name: 'Toch openen' }).click();
  const told = fenna.getByRole('dialog', { name: 'Over dit bestand' });
  await told.getByText(/3 stappen zonder kant: de baan zegt niet .*“Wegen”/).waitFor();
  expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
  await fenna.keyboard.press('Escape');
  await told.waitFor({ state: 'detached' });
  await onCanvas(fenna, 'Judge').filter({ hasText: 'Wegen' }).waitFor();
});

it('Before a file opens, the page asks about decisions on steps that it lacks, as when they are deleted', async () => {
  const knip = { side: 'back', reason: 'Vakwerk', alternatives: [] };
  await made.colleague.put(`/processes/${made.id}/knips/Judge`, knip);
  await openProcess(fenna, visit.url, made.id);
  await fenna.getByLabel('Bestand openen').focus();
  await choose(withoutJudge(TWO_LANES));
  await question().waitFor();
  expect(await question().getByRole('listitem').allTextContents()).toEqual(['Beoordelen: knip']);
  expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
  await fenna.keyboard.press('Escape');
  await question().waitFor({ state: 'detached' });
  expect(await onCanvas(fenna, 'Judge').count()).toBe(1);
  expect(await standing(fenna).textContent()).toBe('Opgeslagen');
  expect(await fenna.evaluate('document.activeElement?.type')).toBe('file');
  await choose(withoutJudge(TWO_LANES));
  await question().getByRole('button', { name: 'Toch openen' }).click();
  await onCanvas(fenna, 'Judge').waitFor({ state: 'detached' });
  await untilKept();
  await fenna.keyboard.press('Control+s');
  expect(await savedVersion(fenna)).toBe(4);
});

it('What was said of a merge goes when a file is opened', async () => {
  await show(fenna, 'Naast elkaar');
  await renameStep(fenna, 'Aannemen', 'Ontvangen');
  await saveDiagram(made.colleague, made.id, (xml) => xml.replace('name="Besluiten"', 'name="Beslissen"'));
  await fenna.keyboard.press('Control+s');
  await fenna.getByRole('dialog').getByRole('button', { name: 'Samenvoegen en opslaan' }).click();
  const merged = fenna.locator('.notice-bar').filter({ hasText: 'Samengevoegd met' });
  await merged.waitFor();
  await choose(changed);
  await rowOf(fenna, 'Wegen').waitFor();
  await merged.waitFor({ state: 'detached' });
});
