import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asPerson, saveDiagram } from './by-the-api.js';
import {
  clickOn,
  drawing,
  onCanvas,
  openProcess,
  placeOf,
  renameStep,
  rowOf,
  show,
  standing,
} from './process-page.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const PROCESS = 'kapvergunning';
const FOLDED = 'evenementenvergunning';
type Box = [x: number, y: number, width: number, height: number];
const BOXES: Record<string, Box> = {
  Pool: [160, 80, 900, 400],
  KCC: [190, 80, 870, 200],
  Vak: [190, 280, 870, 200],
  Aannemen: [230, 120, 100, 80],
  Deel: [640, 100, 380, 160],
  Toetsen: [680, 140, 100, 80],
  Besluiten: [260, 340, 100, 80],
};
const shape = ([id, [x, y, width, height]]: [string, Box]) =>
  `<di:BPMNShape id="${id}_di" bpmnElement="${id}" isHorizontal="true" isExpanded="true">
     <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></di:BPMNShape>`;
const lane = (id: string, side: string, ...members: string[]) =>
  `<lane id="${id}" name="${id}" knip:side="${side}">${members
    .map((member) => `<flowNodeRef>${member}</flowNodeRef>`)
    .join('')}</lane>`;
const DRAWING = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:knip="urn:knipkaart:bpmn:1" id="Defs" targetNamespace="urn:x">
<collaboration id="C"><participant id="Pool" name="Gemeente" processRef="P"/></collaboration>
<process id="P"><laneSet id="LS">${lane('KCC', 'front', 'Aannemen', 'Deel')}${lane('Vak', 'back', 'Besluiten')}
</laneSet><userTask id="Aannemen" name="Aannemen"/><userTask id="Besluiten" name="Besluiten"/>
<subProcess id="Deel" name="Beoordelen"><userTask id="Toetsen" name="Toetsen"/></subProcess></process>
<di:BPMNDiagram id="D"><di:BPMNPlane id="PL" bpmnElement="C">${Object.entries(BOXES).map(shape).join('')}
</di:BPMNPlane></di:BPMNDiagram></definitions>`;

let visit: Visit;
let fenna: Page;

beforeAll(async () => {
  visit = await startVisit();
  const owner = asPerson(visit.url, 'procesverantwoordelijke');
  for (const process of [PROCESS, FOLDED]) {
    await saveDiagram(owner, process, () => DRAWING);
    for (const step of process === PROCESS ? ['Toetsen', 'Besluiten'] : ['Toetsen']) {
      const knip = { side: 'back', reason: 'Het dossier ligt daar.', alternatives: [] };
      await owner.put(`/processes/${process}/knips/${step}`, knip);
    }
  }
  await saveDiagram(owner, FOLDED, (xml) =>
    xml.replace(/("Deel" isHorizontal="true") isExpanded="true"/, '$1 isExpanded="false"'),
  );
  fenna = await visit.as('Fenna Hoekstra');
});
// Nothing of one test is left for the next: what is unsaved is taken back.
beforeEach(async () => {
  await openProcess(fenna, visit.url, PROCESS);
  const draft = fenna.getByRole('button', { name: 'Weggooien' });
  if (await draft.isVisible()) await draft.click();
});

const question = () => fenna.getByRole('dialog', { name: 'Wilt u dit wijzigen?' });
const lines = () => question().getByRole('listitem').allTextContents();
const cancel = () => question().getByRole('button', { name: 'Annuleren' }).click();
const goOn = () => question().getByRole('button', { name: 'Toch wijzigen' }).click();
const untouched = () =>
  standing(fenna)
    .filter({ hasText: /^Opgeslagen/ })
    .waitFor();
const pad = (title: string) => drawing(fenna).locator(`.djs-context-pad [title="${title}"]`).click();

describe('What a change takes away is said before it is made', () => {
  it('when a lane is deleted with the key: which steps change sides', async () => {
    await clickOn(fenna, 'KCC');
    await fenna.keyboard.press('Delete');
    await question().waitFor();
    expect(await lines()).toEqual(['Aannemen: wordt backoffice']);
    expect(await onCanvas(fenna, 'KCC').count()).toBe(1);
    expect(await breachesOfWcag(fenna, 'dialog')).toEqual([]);
    await fenna.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect(await onCanvas(fenna, 'KCC').count()).toBe(1);
    await untouched();
  });

  it('when a sub-process is deleted from its menu: which decisions lapse', async () => {
    await clickOn(fenna, 'Deel');
    await pad('Verwijderen');
    await question().waitFor();
    expect(await lines()).toEqual(['Toetsen: knip']);
    await cancel();
    await untouched();
    expect(await onCanvas(fenna, 'Toetsen').count()).toBe(1);
  });

  it('when a sub-process is folded up; undo and redo do not ask again', async () => {
    await clickOn(fenna, 'Deel');
    await pad('Soort wijzigen');
    await fenna.locator('.djs-popup').getByText('Deelproces (ingeklapt)', { exact: true }).click();
    await question().waitFor();
    expect(await lines()).toEqual(['Toetsen: knip']);
    await goOn();
    await onCanvas(fenna, 'Toetsen').waitFor({ state: 'hidden' });
    await fenna.getByRole('button', { name: 'Ongedaan maken' }).click();
    await onCanvas(fenna, 'Toetsen').waitFor();
    await fenna.getByRole('button', { name: 'Opnieuw uitvoeren' }).click();
    await onCanvas(fenna, 'Toetsen').waitFor({ state: 'hidden' });
    expect(await question().count()).toBe(0);
    await fenna.getByRole('button', { name: 'Ongedaan maken' }).click();
    await untouched();
  });

  it('when a folded sub-process becomes a task: which lapsed knips never come back', async () => {
    await openProcess(fenna, visit.url, FOLDED);
    await clickOn(fenna, 'Deel');
    await pad('Soort wijzigen');
    await fenna.locator('.djs-popup').getByText('Taak', { exact: true }).click();
    await question().waitFor();
    expect(await lines()).toEqual(['Toetsen: een knip die al vervallen was en niet meer terugkomt']);
    await goOn();
    await standing(fenna)
      .filter({ hasText: /^Niet opgeslagen/ })
      .waitFor();
    await fenna.getByRole('button', { name: 'Ongedaan maken' }).click();
    await untouched();
  });

  it('when a decided step is cut, and when it is removed in the list', async () => {
    await clickOn(fenna, 'Besluiten');
    await fenna.keyboard.press('Control+x');
    await question().waitFor();
    expect(await lines()).toEqual(['Besluiten: knip']);
    await cancel();
    await untouched();
    await show(fenna, 'Stappenlijst');
    await fenna.getByRole('button', { name: 'Besluiten bewerken' }).click();
    await fenna.getByRole('button', { name: 'Besluiten verwijderen' }).click();
    await question().waitFor();
    await cancel();
    await rowOf(fenna, 'Besluiten').waitFor();
    await untouched();
    await show(fenna, 'Tekening');
  });

  it('when a lane is for no side any more: who loses a side', async () => {
    await clickOn(fenna, 'KCC');
    await pad('Baan is van de frontoffice (KCC)');
    await question().waitFor();
    expect(await lines()).toEqual(['Aannemen: was frontoffice']);
    await cancel();
    await untouched();
  });
});

describe('What takes nothing away is not asked', () => {
  it('when a lane is divided', async () => {
    await clickOn(fenna, 'KCC');
    await pad('In twee banen verdelen');
    await standing(fenna)
      .filter({ hasText: /^Niet opgeslagen/ })
      .waitFor();
    expect(await question().count()).toBe(0);
    await fenna.getByRole('button', { name: 'Ongedaan maken' }).click();
    await untouched();
  });

  it('when a step is moved to the other side; the page says so', async () => {
    const { x, y } = await placeOf(fenna, 'Aannemen');
    const { y: below } = await placeOf(fenna, 'Besluiten');
    await fenna.mouse.move(x, y);
    await fenna.mouse.down();
    await fenna.mouse.move(x + 150, y + 20, { steps: 4 });
    await fenna.mouse.move(x + 150, below, { steps: 4 });
    await fenna.mouse.up();
    await fenna.getByText('“Aannemen” hoort nu bij backoffice: de stap staat in een andere baan.').waitFor();
    expect(await question().count()).toBe(0);
    await fenna.getByRole('button', { name: 'Ongedaan maken' }).click();
    await untouched();
  });

  it('when a decided step gets another name', async () => {
    await show(fenna, 'Stappenlijst');
    await renameStep(fenna, 'Besluiten', 'Beslissen');
    expect(await question().count()).toBe(0);
    await show(fenna, 'Tekening');
    await fenna.getByRole('button', { name: 'Ongedaan maken' }).click();
    await untouched();
  });
});
