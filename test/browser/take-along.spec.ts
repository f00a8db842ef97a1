import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { readDiagram } from '#bpmn';
import { textWidth } from '../../libs/bpmn/src/picture/label.js';
import { drawing, openProcess, panel, renameStep, show, standing } from './process-page.js';
import { startVisit, type Visit } from './visit.js';

const UPLOADED = 'bpmn/vergunningen/omgevingsvergunning.bpmn';
let visit: Visit;
let fenna: Page;

beforeAll(async () => {
  visit = await startVisit();
  fenna = await visit.as('Fenna Hoekstra');
});

/** Takes along what the menu of the process offers under this name. */
async function take(page: Page, name: RegExp): Promise<{ bytes: Buffer; file: string }> {
  await page.getByRole('button', { name: 'Meenemen' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.disclosure__list').getByText(name).first().click(),
  ]);
  return { bytes: readFileSync(await download.path()), file: download.suggestedFilename() };
}

/** Names of all elements of a well-formed XML document, with their classes. */
function elementsOf(xml: string): { name: string; classes: string }[] {
  const found: { name: string; classes: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) =>
    found.push({ name, classes: String(attributes['class'] ?? '') }),
  );
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

/** The letters that a picture brings along, as a browser without our page finds them. */
async function lettersIn(svg: string): Promise<string[]> {
  const page = await visit.stranger();
  await page.setContent(svg);
  const loaded = (await page.evaluate(
    `document.fonts.ready.then(() => [...document.fonts].filter((each) => each.status === 'loaded').map((each) => each.family))`,
  )) as string[];
  await page.context().close();
  return loaded.map((family) => family.replaceAll(/["']/g, ''));
}

describe('A process is taken along', () => {
  it('as it was uploaded, byte for byte', async () => {
    await fenna.getByRole('button', { name: 'Nieuw proces' }).click();
    await fenna.getByRole('radio', { name: 'Met een BPMN-bestand' }).check();
    await fenna.getByLabel('Bestand', { exact: true }).setInputFiles(UPLOADED);
    await fenna.getByText(/Gelezen: \d+ stappen/).waitFor();
    await fenna.getByRole('textbox', { name: 'Naam van het proces' }).fill('Bouw, meegenomen');
    await fenna.getByRole('button', { name: 'Proces maken' }).click();
    await fenna.getByRole('heading', { level: 1, name: 'Bouw, meegenomen' }).waitFor();
    const { bytes, file } = await take(fenna, /^Tekening zoals opgeslagen/);
    expect(file).toBe('Bouw, meegenomen v2.bpmn');
    expect(bytes.equals(readFileSync(UPLOADED))).toBe(true);
  });

  it('with its knips, channels and hand-overs, so that we can read them back', async () => {
    await openProcess(fenna, visit.url, 'omgevingsvergunning');
    const { bytes, file } = await take(fenna, /^Tekening met knips/);
    expect(file).toMatch(/^Omgevingsvergunning.* v\d+ knips\.bpmn$/);
    expect(bytes.toString()).toContain('xmlns:knip="urn:knipkaart:bpmn:1"');
    const reading = readDiagram(bytes);
    if (!reading.ok) throw new Error('not read back');
    const { steps } = reading.diagram.outline;
    const answer = (await (
      await fenna.request.get(`${visit.url}/api/v1/processes/omgevingsvergunning`)
    ).json()) as {
      steps: { id: string; knip?: { side: string; reason: string }; channels?: { channels: string[] } }[];
      handovers: { agreement?: { what: string } }[];
    };
    const decided = answer.steps.filter(({ knip }) => knip);
    expect(decided.length).toBeGreaterThan(0);
    for (const { id, knip } of decided)
      expect(steps.find((step) => step.id === id)?.knip).toMatchObject({
        side: knip!.side,
        reason: knip!.reason,
      });
    for (const { id, channels } of answer.steps.filter((step) => step.channels)) {
      expect(steps.find((step) => step.id === id)?.channels?.channels).toEqual(channels!.channels);
    }
    for (const { agreement } of answer.handovers.filter((each) => each.agreement))
      expect(bytes.toString()).toContain(agreement!.what);
  });

  it('and what it brought is offered when it is uploaded elsewhere', async () => {
    const { bytes } = await take(fenna, /^Tekening met knips/);
    await fenna.goto(visit.url);
    await fenna.getByRole('button', { name: 'Nieuw proces' }).click();
    await fenna.getByRole('radio', { name: 'Met een BPMN-bestand' }).check();
    await fenna
      .getByLabel('Bestand', { exact: true })
      .setInputFiles({ name: 'met knips.bpmn', mimeType: 'application/xml', buffer: bytes });
    await fenna.getByRole('textbox', { name: 'Naam van het proces' }).fill('Bouw, overgenomen');
    await fenna.getByRole('button', { name: 'Proces maken' }).click();
    await panel(fenna).getByRole('heading', { name: 'Dit bestand brengt besluiten mee' }).waitFor();
    await panel(fenna)
      .getByText(/^Bekijken en kiezen/)
      .click();
    await panel(fenna)
      .getByText(/^Knip “Leges opleggen”: backoffice/)
      .waitFor();
    await panel(fenna)
      .getByRole('button', { name: /besluiten overnemen/ })
      .click();
    await panel(fenna)
      .getByText(/Vastgelegd als versie \d+/)
      .waitFor();
    for (const side of ['front', 'back'])
      await drawing(fenna).locator(`.djs-shape .knip-badge-${side}`).first().waitFor();
  });

  it('as a picture that carries the marks', async () => {
    await openProcess(fenna, visit.url, 'omgevingsvergunning');
    const { bytes, file } = await take(fenna, /^Plaatje/);
    expect(file).toMatch(/^Omgevingsvergunning.* v\d+\.svg$/);
    const text = bytes.toString();
    expect(elementsOf(text)[0]?.name).toBe('svg');
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/i);
    const titles = [...text.matchAll(/<title[^>]*>([^<]*)/g)].map(([, title]) => title);
    expect(titles.filter((title) => /^Leges opleggen – .*backoffice/i.test(title!))).toHaveLength(1);
    expect(titles.filter((title) => /overdracht/i.test(title!)).length).toBeGreaterThan(1);
    for (const name of ['Leges opleggen', 'Frontoffice'])
      expect(text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(name);
    const page = await visit.stranger();
    await page.setContent(text);
    const drawn = await page.locator('svg').boundingBox();
    expect(drawn!.width).toBeGreaterThan(500);
    await page.context().close();
    expect(await lettersIn(text)).toEqual(['IBM Plex Sans']);
  });

  it('as the picture that is on the screen now', async () => {
    const { bytes, file } = await take(fenna, /^Tekening zoals nu op het scherm/);
    expect(file).toMatch(/^Omgevingsvergunning.* v\d+ scherm\.svg$/);
    const classes = elementsOf(bytes.toString()).map((element) => element.classes);
    for (const mark of ['knip-badge-front', 'knip-badge-back', 'knip-badge-undecided', 'handover-scissors']) {
      expect(classes.filter((each) => each.includes(mark)).length).toBeGreaterThan(0);
    }
    expect(await lettersIn(bytes.toString())).toEqual(['IBM Plex Sans']);
  });

  it('in letters as wide as those by which a picture breaks its lines', async () => {
    const characters = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n));
    const widths = await fenna.evaluate(`(() => {
      const context = document.createElement('canvas').getContext('2d');
      context.font = "1000px 'IBM Plex Sans'";
      return ${JSON.stringify(characters)}.map((each) => Math.round(context.measureText(each).width));
    })()`);
    expect(characters.map((character) => Math.round(textWidth(character, 970)))).toEqual(widths);
  });

  it('unsaved, as a file that says so: on which version it was made, and when', async () => {
    await openProcess(fenna, visit.url, 'kapvergunning');
    await show(fenna, 'Stappenlijst');
    const { latest } = (await (
      await fenna.request.get(`${visit.url}/api/v1/processes/kapvergunning`)
    ).json()) as { latest: number };
    await renameStep(fenna, 'Besluit nemen', 'Besluit nemen, concept');
    await standing(fenna).filter({ hasText: 'bewaard in deze browser' }).waitFor();
    await show(fenna, 'Tekening');
    const unsaved = (ending: string) =>
      new RegExp(
        `^Omgevingsvergunning kap.* concept op v${latest} \\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d\\.${ending}$`,
      );
    expect((await take(fenna, /^Tekening zoals nu op het scherm/)).file).toMatch(unsaved('svg'));
    await fenna.reload();
    const [draft] = await Promise.all([
      fenna.waitForEvent('download'),
      fenna.getByRole('button', { name: 'Downloaden' }).click(),
    ]);
    expect(draft.suggestedFilename()).toMatch(unsaved('bpmn'));
    expect(readFileSync(await draft.path(), 'utf8')).toContain('Besluit nemen, concept');
  });

  it('as it stood in an older version', async () => {
    await fenna.goto(`${visit.url}/processen/kapvergunning/versies/5`);
    await show(fenna, 'Stappenlijst');
    const { bytes, file } = await take(fenna, /^Tekening met knips/);
    expect(file).toMatch(/ v5 knips\.bpmn$/);
    const then = readDiagram(bytes);
    if (!then.ok) throw new Error('not read back');
    const answer = (await (
      await fenna.request.get(`${visit.url}/api/v1/processes/kapvergunning?version=5`)
    ).json()) as { steps: { knip?: object }[] };
    expect(then.diagram.outline.steps.filter(({ knip }) => knip)).toHaveLength(
      answer.steps.filter(({ knip }) => knip).length,
    );
  });
});
