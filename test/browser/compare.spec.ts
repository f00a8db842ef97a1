import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from '../until.js';
import { asPerson, saveDiagram } from './by-the-api.js';
import { holds, openProcess } from './process-page.js';
import { breachesOfWcag, startVisit, type Visit } from './visit.js';

const PROCESS = 'kapvergunning';
const PATH = `/processen/${PROCESS}`;
const KNIP = 'Step_EigendomControleren';
const RENAMED = 'Step_BelangenAfwegen';
const REMOVED = 'Step_BesluitPubliceren';
const ADDED = 'Step_BurenHoren';
const SHIFTED = 'Step_HerplantControleren';
let visit: Visit;
let anouk: Page;
/** The versions before and after what this file does to the process. */
let before: number;
let after: number;

/** Rename a step, take one away, add one, shift one on the paper, and decide one knip otherwise. */
async function change(): Promise<void> {
  const owner = asPerson(visit.url, 'procesverantwoordelijke');
  before = await owner.latest(PROCESS);
  await saveDiagram(owner, PROCESS, (xml) => {
    const flows = [...xml.matchAll(/<bpmn:sequenceFlow id="([^"]+)"[^>]*>/g)]
      .filter(([tag]) => tag.includes(REMOVED))
      .map(([, id]) => id!);
    const without = [REMOVED, ...flows].reduce(
      (text, id) =>
        text
          .replace(
            new RegExp(`\\s*<bpmn:\\w+ id="${id}"(?:[^>]*/>|[\\s\\S]*?</bpmn:(?:\\w*[tT]ask|sequenceFlow)>)`),
            '',
          )
          .replace(
            new RegExp(
              `\\s*<bpmndi:BPMN(Shape|Edge) [^>]*bpmnElement="${id}"[^>]*>[\\s\\S]*?</bpmndi:BPMN\\1>`,
            ),
            '',
          )
          .replaceAll(new RegExp(`\\s*<bpmn:(incoming|outgoing|flowNodeRef)>${id}</bpmn:\\1>`, 'g'), ''),
      xml,
    );
    return without
      .replace('name="Belangen afwegen"', 'name="Belangen van de buurt afwegen"')
      .replace(/(<bpmn:lane id="Lane_Frontoffice"[^>]*>)/, `$1<bpmn:flowNodeRef>${ADDED}</bpmn:flowNodeRef>`)
      .replace(
        new RegExp(`(bpmnElement="${SHIFTED}"[^>]*>\\s*<dc:Bounds x=")(\\d+)`),
        (_, shape: string, x: string) => shape + String(Number(x) + 30),
      )
      .replace('</bpmn:process>', `<bpmn:userTask id="${ADDED}" name="Buren horen" /></bpmn:process>`)
      .replace(
        '</bpmndi:BPMNPlane>',
        `<bpmndi:BPMNShape id="${ADDED}_di" bpmnElement="${ADDED}"><dc:Bounds x="700" y="120" width="100" height="80" /></bpmndi:BPMNShape></bpmndi:BPMNPlane>`,
      );
  });
  await owner.put(`/processes/${PROCESS}/knips/${KNIP}`, {
    side: 'back',
    reason: 'Het kadaster is toch te lastig.',
  });
  after = await owner.latest(PROCESS);
}

beforeAll(async () => {
  visit = await startVisit();
  await change();
  anouk = await visit.as('Anouk Verbruggen');
});

const address = (from: number | string, to: number | string) =>
  `${visit.url}${PATH}/vergelijken?${new URLSearchParams({ from: String(from), to: String(to) }).toString()}`;
const one = (page: Page, side: 'before' | 'after'): Locator => page.locator(`.drawings__one--${side}`);
const mark = (page: Page, side: 'before' | 'after', id: string): Locator =>
  one(page, side).locator(`.change-mark[data-element-id="${id}"]`);
const line = (page: Page, words: string | RegExp): Locator => page.getByRole('button', { name: words });
/** Scale and place of what is seen of a drawing; the library writes them now more, now less exactly. */
const seen = async (page: Page, side: 'before' | 'after') =>
  ((await one(page, side).locator('.viewport').getAttribute('transform')) ?? '')
    .match(/-?\d+(\.\d+)?/g)!
    .map((number) => Math.round(Number(number) * 100) / 100);
/** The two drawings move together, one after the other. */
const untilSeenAlike = (): Promise<void> =>
  until(
    async () => isDeepStrictEqual(await seen(anouk, 'before'), await seen(anouk, 'after')),
    () => 'The two drawings do not show the same place.',
  );
const open = async (page: Page, from: number | string, to: number | string) => {
  await page.goto(address(from, to));
  for (const side of ['before', 'after'] as const)
    await one(page, side).locator('.djs-shape').first().waitFor();
  await page.locator('.difference').first().waitFor();
  await page.locator('.change-mark').first().waitFor({ state: 'attached' });
};

describe('Two versions of a process', () => {
  it('fill the window and no more, however many differences there are', async () => {
    const size = anouk.viewportSize()!;
    await anouk.setViewportSize({ width: 1366, height: 480 });
    await open(anouk, before, after);
    expect(await anouk.evaluate('document.scrollingElement.scrollHeight - window.innerHeight')).toBe(0);
    await anouk.setViewportSize(size);
  });

  it('are reached from process, history and an older version, at an address that names both', async () => {
    await openProcess(anouk, visit.url, PROCESS);
    await anouk.getByRole('button', { name: /^Meer over/ }).click();
    await anouk.getByRole('link', { name: 'Vergelijken' }).click();
    await anouk.waitForURL(`**${PATH}/vergelijken?from=1.0+vastgesteld&to=${after}`);
    await anouk.goto(`${visit.url}${PATH}/geschiedenis`);
    await anouk.getByRole('link', { name: `Versie ${before} vergelijken met nu` }).click();
    await anouk.waitForURL(address(before, after));
    await anouk.goto(`${visit.url}${PATH}/versies/${before}`);
    await anouk.getByRole('link', { name: 'Vergelijk met nu' }).click();
    await anouk.waitForURL(address(before, after));
    await anouk
      .getByRole('heading', { level: 1, name: `versie ${before} en versie ${after} vergeleken` })
      .waitFor();
  });

  it('are still found at the address of before, with what it asked for', async () => {
    await anouk.goto(`${visit.url}${PATH}/comparison?from=${before}&to=${after}`);
    await anouk.waitForURL(address(before, after));
    await anouk
      .getByRole('heading', { level: 1, name: `versie ${before} en versie ${after} vergeleken` })
      .waitFor();
  });

  it('are shown in sentences, decisions with their reason first, and in numbers', async () => {
    await open(anouk, before, after);
    const sentences = await anouk.locator('.difference__go').allTextContents();
    expect(sentences[0]).toMatch(
      /Stap Eigendom controleren ging van frontoffice.* naar backoffice.*, omdat: ‘Het kadaster is toch te lastig’\./,
    );
    expect(sentences.join('\n')).toContain('Stap Belangen afwegen heet nu Belangen van de buurt afwegen.');
    expect(sentences.join('\n')).toContain('Stap Besluit publiceren is verwijderd.');
    expect(sentences.join('\n')).toContain('Stap Buren horen is toegevoegd.');
    expect(await anouk.locator('.difference').first().textContent()).toContain('Anouk Verbruggen');
    await anouk
      .getByText(/overdrachtsmoment(en)? (erbij|vervallen)$/)
      .first()
      .waitFor();
    expect(await anouk.locator('.figures').textContent()).toMatch(/Frontoffice\d+ → \d+|Frontoffice\d+/);
    expect(await breachesOfWcag(anouk)).toEqual([]);
  });

  it('carry marks in both drawings beside the knip of either side', async () => {
    for (const side of ['before', 'after'] as const) {
      await mark(anouk, side, KNIP).locator('.change-badge-decided').waitFor({ state: 'attached' });
      await mark(anouk, side, RENAMED).locator('.change-badge-changed').waitFor({ state: 'attached' });
    }
    await mark(anouk, 'before', REMOVED).locator('.change-badge-removed').waitFor({ state: 'attached' });
    await mark(anouk, 'after', ADDED).locator('.change-badge-added').waitFor({ state: 'attached' });
    expect((await mark(anouk, 'after', REMOVED).count()) + (await mark(anouk, 'before', ADDED).count())).toBe(
      0,
    );
    expect(await one(anouk, 'before').locator(`[data-element-id="${KNIP}"] .knip-badge-front`).count()).toBe(
      1,
    );
    expect(await one(anouk, 'after').locator(`[data-element-id="${KNIP}"] .knip-badge-back`).count()).toBe(1);
    expect(await one(anouk, 'before').locator('.djs-palette').count()).toBe(0);
  });

  it('are gone through by key, said aloud, and shown in both', async () => {
    const count = await anouk.locator('.difference').count();
    await anouk.keyboard.press('Alt+.');
    await anouk
      .getByText(`Verschil 1 van ${count}. Anders besloten: Stap Eigendom controleren ging van`, {
        exact: false,
      })
      .waitFor({ state: 'attached' });
    for (const side of ['before', 'after'] as const)
      await one(anouk, side).locator(`.change-mark--current[data-element-id="${KNIP}"]`).waitFor();
    await untilSeenAlike();
    await anouk.keyboard.press('Alt+,');
    await anouk.getByText(`Verschil ${count} van ${count}.`, { exact: false }).waitFor({ state: 'attached' });
    await anouk.getByRole('button', { name: /^Volgend verschil|Volgend verschil/ }).click();
    await anouk.locator('[aria-current="true"]').filter({ hasText: 'Eigendom controleren' }).waitFor();
  });

  it('move and zoom together; a sentence leads to its place and a mark to its sentence', async () => {
    await line(anouk, /Stap Belangen afwegen heet nu/).click();
    await one(anouk, 'after').locator(`.change-mark--current[data-element-id="${RENAMED}"]`).waitFor();
    const there = (await one(anouk, 'after').locator('.viewport').getAttribute('transform'))!;
    const box = (await one(anouk, 'before').locator('.drawings__canvas').boundingBox())!;
    await anouk.mouse.move(box.x + box.width / 2, box.y + box.height - 60);
    await anouk.mouse.wheel(120, 0);
    await one(anouk, 'after').locator(`.viewport:not([transform="${there}"])`).waitFor({ state: 'attached' });
    await untilSeenAlike();
    await anouk.getByRole('button', { name: 'Inzoomen' }).click();
    await untilSeenAlike();
    await anouk.getByRole('button', { name: 'Alles in beeld' }).click();
    await mark(anouk, 'after', ADDED).locator('.change-badge').click();
    await anouk.locator('.difference--current', { hasText: 'Buren horen' }).waitFor();
  });

  it('leave out what only moved until it is asked for, and show what was removed where it was', async () => {
    await line(anouk, /Stap Besluit publiceren is verwijderd/).click();
    await one(anouk, 'before').locator(`.change-mark--current[data-element-id="${REMOVED}"]`).waitFor();
    await anouk.getByRole('button', { name: 'Alleen na' }).click();
    await line(anouk, /Stap Besluit publiceren is verwijderd/).click();
    await anouk.getByRole('button', { name: 'Alleen voor', pressed: true }).waitFor();
    await anouk.getByRole('button', { name: 'Naast elkaar' }).click();
    expect(await anouk.getByRole('heading', { name: 'Wat er in de tekening is verschoven' }).count()).toBe(0);
    await anouk.getByRole('checkbox', { name: /^Toon ook wat alleen verschoven is/ }).check();
    await anouk.getByRole('heading', { name: 'Wat er in de tekening is verschoven' }).waitFor();
    await line(anouk, 'Stap Herplant controleren staat op een andere plaats.').click();
    await mark(anouk, 'after', SHIFTED).locator('.change-badge-drawn').waitFor();
    await anouk.getByRole('checkbox', { name: /^Toon ook wat alleen verschoven is/ }).uncheck();
    await mark(anouk, 'after', SHIFTED).waitFor({ state: 'detached' });
  });

  it('are chosen again by milestone and number, swapped, and found again by reloading and going back', async () => {
    await open(anouk, before, after);
    await anouk.getByRole('combobox', { name: 'Van' }).selectOption({ label: '1.0 vastgesteld (versie 25)' });
    await anouk.getByRole('combobox', { name: 'Met' }).selectOption({ label: 'Een versienummer…' });
    await anouk.getByRole('spinbutton', { name: 'Versie' }).fill('999');
    await anouk.getByRole('button', { name: 'Vergelijken', exact: true }).click();
    await anouk.getByText(`Kies een versie van 1 tot en met ${after}.`).waitFor();
    await anouk.getByRole('spinbutton', { name: 'Versie' }).fill(String(before));
    await anouk.getByRole('button', { name: 'Vergelijken', exact: true }).click();
    await anouk.waitForURL(address('1.0 vastgesteld', before));
    await anouk
      .getByRole('heading', {
        level: 1,
        name: `‘1.0 vastgesteld’ (versie 25) en versie ${before} vergeleken`,
      })
      .waitFor();
    await anouk.reload();
    await anouk
      .getByRole('heading', {
        level: 1,
        name: `‘1.0 vastgesteld’ (versie 25) en versie ${before} vergeleken`,
      })
      .waitFor();
    await anouk.getByRole('button', { name: 'Omwisselen' }).click();
    await anouk.waitForURL(address(before, '1.0 vastgesteld'));
    await anouk.goBack();
    await anouk.goBack();
    await anouk.waitForURL(address(before, after));
    await line(anouk, /Stap Buren horen is toegevoegd/).waitFor();
  });

  it('are named by a moment as well', async () => {
    const { items } = await asPerson(visit.url, 'auditor').get<{ items: { version: number; at: string }[] }>(
      `/processes/${PROCESS}/history?after=${before - 1}&limit=1`,
    );
    await anouk.goto(address(items[0]!.at, after));
    await anouk
      .getByRole('heading', {
        level: 1,
        name: new RegExp(`stand van .* \\(versie ${before}\\) en versie ${after} vergeleken`),
      })
      .waitFor();
    await line(anouk, /Stap Buren horen is toegevoegd/).waitFor();
  });

  it('say so where a side does not exist, or has no drawing, or nothing differs', async () => {
    await anouk.goto(address('Nooit vastgesteld', after));
    await anouk.getByRole('heading', { level: 1, name: 'Een van de twee kanten bestaat niet' }).waitFor();
    await anouk.getByRole('combobox', { name: 'Met' }).waitFor();
    expect(await breachesOfWcag(anouk)).toEqual([]);
    await anouk.goto(address(1, after));
    await one(anouk, 'before').getByText('Hier was nog geen tekening.').waitFor();
    await anouk.goto(address(after, after));
    await anouk.getByText(`U vergelijkt versie ${after} met zichzelf`, { exact: false }).waitFor();
  });
});

describe('A comparison', () => {
  it('fits a telephone: both drawings in one place, what was taken away faint among what is there, and the sentences below', async () => {
    await open(anouk, before, after);
    await anouk.setViewportSize({ width: 360, height: 740 });
    await anouk.getByRole('button', { name: 'Over elkaar', pressed: true }).waitFor();
    const drawn = (side: 'before' | 'after', id: string) =>
      one(anouk, side).locator(`.djs-shape[data-element-id="${id}"] > .djs-visual`);
    await line(anouk, /Stap Besluit publiceren is verwijderd/).click();
    await one(anouk, 'before').locator(`.change-mark--current[data-element-id="${REMOVED}"]`).waitFor();
    expect([
      await drawn('before', REMOVED).isVisible(),
      await drawn('before', RENAMED).isVisible(),
      await drawn('after', RENAMED).isVisible(),
    ]).toEqual([true, false, true]);
    expect(await mark(anouk, 'before', RENAMED).isVisible()).toBe(false);
    await untilSeenAlike();
    await anouk.getByRole('button', { name: 'Na', exact: true }).click();
    expect(await one(anouk, 'before').isVisible()).toBe(false);
    await anouk.getByRole('button', { name: 'Voor', exact: true }).click();
    expect([await one(anouk, 'before').isVisible(), await one(anouk, 'after').isVisible()]).toEqual([
      true,
      false,
    ]);
    await line(anouk, /Stap Buren horen is toegevoegd/).click();
    await one(anouk, 'after').locator(`.change-mark--current[data-element-id="${ADDED}"]`).waitFor();
    expect(await anouk.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await breachesOfWcag(anouk)).toEqual([]);
    await anouk.setViewportSize({ width: 1366, height: 850 });
  });

  it('is the same sheet on paper: both names, numbers, sentences, and both drawings as pictures with their marks', async () => {
    await open(anouk, before, after);
    await anouk.emulateMedia({ media: 'print' });
    const pictures = anouk.locator('.paper').getByRole('img', { name: /^Tekening van versie/ });
    await pictures.nth(1).waitFor();
    const names = await pictures.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    for (const version of [before, after])
      expect(names.some((name) => name?.startsWith(`Tekening van versie ${version}`))).toBe(true);
    expect(await anouk.locator('.paper .change-badge-removed').count()).toBeGreaterThan(0);
    expect(await anouk.locator('.paper .change-badge-added').count()).toBeGreaterThan(0);
    expect(await anouk.locator('.paper .knip-badge').count()).toBeGreaterThan(0);
    expect(await anouk.locator('.drawings').isVisible()).toBe(false);
    expect(await line(anouk, /Stap Buren horen is toegevoegd/).isVisible()).toBe(true);
    const { length } = await anouk.pdf({ preferCSSPageSize: true });
    expect(length).toBeGreaterThan(20_000);
    await anouk.emulateMedia({ media: 'screen' });
    await pictures.first().waitFor({ state: 'detached' });
  });

  it('speaks English to a person who chose it', async () => {
    await open(anouk, before, after);
    await anouk.getByRole('button', { name: 'English' }).click();
    await line(anouk, /Step Buren horen was added\./).waitFor();
    await one(anouk, 'after').locator('.change-mark').first().waitFor({ state: 'attached' });
    await anouk.getByRole('button', { name: 'Nederlands' }).click();
    await line(anouk, /Stap Buren horen is toegevoegd\./).waitFor();
  });

  it('offers to record a knip again whose step only got another id', async () => {
    const owner = asPerson(visit.url, 'procesverantwoordelijke');
    const was = await owner.latest(PROCESS);
    await saveDiagram(owner, PROCESS, (xml) => xml.replaceAll(KNIP, 'Step_Eigendom'));
    await anouk.goto(address(was, was + 1));
    await anouk
      .getByText('kregen een ander kenmerk', { exact: false })
      .or(anouk.getByText('kreeg een ander kenmerk', { exact: false }))
      .first()
      .waitFor();
    const again = anouk.getByRole('button', { name: 'Knip opnieuw vastleggen op Eigendom controleren' });
    await again.waitFor();
    await holds(
      anouk.locator('.lapsed').getByRole('textbox', { name: 'Reden' }),
      'Het kadaster is toch te lastig.',
    );
    expect(await breachesOfWcag(anouk)).toEqual([]);
    await again.click();
    await anouk.getByText(`Vastgelegd als versie ${was + 2}.`, { exact: false }).waitFor();
    const { steps } = await owner.get<{ steps: { id: string; knip?: { side: string } }[] }>(
      `/processes/${PROCESS}`,
    );
    expect(steps.find(({ id }) => id === 'Step_Eigendom')?.knip?.side).toBe('back');
  });
});
