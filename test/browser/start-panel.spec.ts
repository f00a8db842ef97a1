import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { asPerson } from './by-the-api.js';
import { drawing, drop } from './process-page.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const KAP = readFileSync('bpmn/vergunningen/kapvergunning.bpmn', 'utf8');
const WITHOUT_SIDES = KAP.replace(/ knip:side="\w+"/g, '');
const OPEN = /stappen zonder kant: de baan zegt niet of die van de front- of backoffice is: “/;

let visit: Visit;
let fenna: Page;
let id: string;

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  fenna = await visit.as('Fenna Hoekstra');
});
beforeEach(async () => {
  const owner = asPerson(visit.url, 'procesverantwoordelijke');
  ({ id } = await owner.post<{ id: string }>('/processes', { name: 'Nog leeg', domain: 'vergunningen' }));
  await fenna.goto(`${visit.url}/processen/${id}`);
  await panel().waitFor();
});

const panel = (): Locator => fenna.locator('.start-panel');
const use = (): Locator => panel().getByRole('button', { name: 'Dit bestand gebruiken' });
const choose = (text: string) =>
  fenna
    .getByLabel('Kies een BPMN-bestand')
    .setInputFiles({ name: 'kap.bpmn', mimeType: 'application/xml', buffer: Buffer.from(text) });
const saved = () => asPerson(visit.url, 'procesverantwoordelijke');

describe('A process without a drawing says of a file, before it is used, which steps have no side and why', () => {
  it.each([
    ['that was chosen', choose],
    ['that was let go anywhere on the page', (text: string) => drop(fenna, 'kap.bpmn', text)],
  ])('%s', async (_, give) => {
    await give(WITHOUT_SIDES);
    await panel().getByText(OPEN).waitFor();
    await panel()
      .getByText(/Gelezen: \d\d stappen/)
      .waitFor();
    expect(await breachesOfWcag(fenna, '.start-panel')).toEqual([]);
    expect(await saved().latest(id)).toBe(1);
    await use().click();
    await drawing(fenna).locator('.djs-shape').first().waitFor();
    expect(await saved().text(`/processes/${id}/diagram`)).toBe(WITHOUT_SIDES);
  });
});

it('A file of which nothing is remarkable is only told as read', async () => {
  await choose(KAP);
  await use().waitFor();
  expect(await panel().getByText(OPEN).count()).toBe(0);
});

it('A file that holds no BPMN cannot be used, and another one can be chosen', async () => {
  await choose('{"geen": "tekening"}');
  await panel().getByText('Dit bestand kan niet worden gebruikt: kap.bpmn').waitFor();
  expect(await use().count()).toBe(0);
  await choose(KAP);
  await use().click();
  await drawing(fenna).locator('.djs-shape').first().waitFor();
});

it('A file that somebody who may not draw lets go of by accident changes nothing, and the page stays', async () => {
  const auditor = await visit.as('Wilma Terpstra');
  await auditor.goto(`${visit.url}/processen/${id}`);
  await auditor.getByRole('heading', { name: 'Nog leeg' }).first().waitFor();
  await drop(auditor, 'kap.bpmn', KAP);
  expect(new URL(auditor.url()).pathname).toBe(`/processen/${id}`);
  expect(await saved().latest(id)).toBe(1);
});
