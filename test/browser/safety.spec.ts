import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { drawing, onCanvas, openProcess, panel, rowOf, show } from './process-page.js';
import { startVisit, type Visit } from './visit.js';

const MARKUP = '<img src=x onerror="ran=1"><script>ran=1</script>';
const ESCAPED = MARKUP.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const NAME = `Proces ${MARKUP}`;
const STEP = `Stap ${MARKUP}`;
const HOSTILE = join(process.env['CORPUS_DIR'] ?? '../shared', 'hostile');
const files = existsSync(HOSTILE) ? acceptable() : [];

let visit: Visit;
let anouk: Page;
/** What a script that got through would have asked of the person. */
const asked: string[] = [];

beforeAll(async () => {
  visit = await startVisit({ demoData: false });
  anouk = await visit.as('Anouk Verbruggen');
  anouk.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
});
afterEach(() => expect(asked).toEqual([]));

/**
 * Files that hold something that must not run or be fetched, and files that are strange without being wrong.
 */
function acceptable(): string[] {
  const manifest = JSON.parse(readFileSync(join(HOSTILE, 'manifest.json'), 'utf8')) as {
    files: { name: string; expectation: string; generator?: boolean }[];
  };
  return manifest.files
    .filter(({ expectation, generator }) => expectation.startsWith('accept') && !generator)
    .map(({ name }) => name);
}

async function send(
  method: string,
  path: string,
  body: object | Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ status: number; id: string; version: number }> {
  const bytes = body instanceof Uint8Array;
  const answer = await fetch(`${visit.url}/api/v1${path}`, {
    method,
    headers: {
      Authorization: 'Bearer demo:procesverantwoordelijke',
      'Content-Type': bytes ? 'application/xml' : 'application/json',
      ...headers,
    },
    body: bytes ? Buffer.from(body) : JSON.stringify(body),
  });
  return { ...((await answer.json()) as { id: string; version: number }), status: answer.status };
}

async function make(name: string, diagram: Uint8Array): Promise<{ id: string; status: number }> {
  const { id, version } = await send('POST', '/processes', { name, domain: 'wmo' });
  const { status } = await send('PUT', `/processes/${id}/diagram`, diagram, {
    'If-Match': `"${version}"`,
    'X-Note': encodeURIComponent(MARKUP),
  });
  return { id, status };
}

const DIAGRAM = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:knip="urn:knipkaart:bpmn:1" targetNamespace="urn:x">
  <bpmn:process id="P"><bpmn:laneSet id="LS"><bpmn:lane id="L" name="Baan ${ESCAPED}" knip:side="front"><bpmn:flowNodeRef>T</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>
    <bpmn:userTask id="T" name="${ESCAPED.replace(/^/, 'Stap ')}"><bpmn:documentation>${ESCAPED}</bpmn:documentation><bpmn:extensionElements>
      <knip:consideration for="front">Argument ${ESCAPED}</knip:consideration><knip:dataRequest name="Gegeven ${ESCAPED}" registry="${ESCAPED}" />
      <knip:binding by="${ESCAPED}" source="Bron ${ESCAPED}">Grond ${ESCAPED}</knip:binding>
    </bpmn:extensionElements></bpmn:userTask></bpmn:process>
  <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="Pl" bpmnElement="P">
    <bpmndi:BPMNShape id="Ld" bpmnElement="L" isHorizontal="true"><dc:Bounds x="0" y="0" width="600" height="200"/></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="Td" bpmnElement="T"><dc:Bounds x="100" y="60" width="100" height="80"/></bpmndi:BPMNShape>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

/** Nothing of what people wrote became part of the page. */
async function nothingRan(page: Page): Promise<void> {
  expect(await page.evaluate('typeof ran')).toBe('undefined');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
}

describe('Names and reasons with markup are shown as text, and run nothing,', () => {
  let id = '';

  it('in the overview and its questions', async () => {
    ({ id } = await make(NAME, Buffer.from(DIAGRAM)));
    const statuses = [
      await send('PUT', `/processes/${id}/knips/T`, {
        side: 'front',
        reason: `Reden ${MARKUP}`,
        alternatives: [`Alternatief ${MARKUP}`],
      }),
      await send('PUT', `/processes/${id}/channel-priority`, {
        channels: ['web'],
        reason: `Kanaal ${MARKUP}`,
      }),
      await send('PUT', `/processes/${id}/data-requests/T`, {
        data: [{ name: `Gegeven ${MARKUP}` }],
        reason: MARKUP,
      }),
      await send('PUT', `/processes/${id}/bindings/T`, {
        by: MARKUP,
        source: `Bron ${MARKUP}`,
        reason: MARKUP,
      }),
      await send('POST', `/processes/${id}/milestones`, { name: `Mijlpaal ${MARKUP}`, version: 3 }),
    ].map(({ status }) => status);
    for (const status of statuses) expect(status).toBeLessThan(300);
    await anouk.goto(visit.url);
    await anouk.getByRole('link', { name: NAME }).waitFor();
    await anouk.getByRole('button', { name: /^Meer over Proces/ }).click();
    await anouk.getByRole('button', { name: 'Hernoemen…' }).click();
    await anouk
      .getByRole('dialog')
      .getByRole('heading', { name: `${NAME} hernoemen` })
      .waitFor();
    await nothingRan(anouk);
  });

  it('in drawing, panel and step list', async () => {
    await openProcess(anouk, visit.url, id);
    await anouk.getByRole('heading', { level: 1, name: NAME }).waitFor();
    expect(await onCanvas(anouk, 'T').textContent()).toContain('<img');
    await onCanvas(anouk, 'T').locator('.djs-hit').click();
    await panel(anouk).getByRole('heading', { name: STEP }).waitFor();
    const folded = panel(anouk).locator('details:not([open]) > summary');
    while ((await folded.count()) > 0) await folded.first().click();
    for (const part of ['Reden', 'Alternatief', 'Argument', 'Gegeven', 'Bron', 'Baan: Baan'])
      await panel(anouk).getByText(`${part} ${MARKUP}`).first().waitFor();
    await nothingRan(anouk);
    await onCanvas(anouk, 'T').locator('.djs-hit').dblclick();
    await nothingRan(anouk);
    await anouk.keyboard.press('Escape');
    await show(anouk, 'Stappenlijst');
    await rowOf(anouk, STEP).waitFor();
    await anouk.getByRole('button', { name: `${STEP} bewerken` }).click();
    await nothingRan(anouk);
  });

  it('in history, comparison and older versions', async () => {
    await anouk.goto(`${visit.url}/processen/${id}/geschiedenis`);
    await anouk.getByText(`Reden ${MARKUP}`).waitFor();
    for (const part of [`Mijlpaal ${MARKUP}`, `Alternatief ${MARKUP}`, `Opmerking: ${MARKUP}`])
      expect(await anouk.locator('main').textContent()).toContain(part);
    await nothingRan(anouk);
    await anouk.goto(`${visit.url}/processen/${id}/vergelijken?from=1&to=7`);
    await anouk
      .locator('.difference')
      .filter({ hasText: `Mijlpaal ${MARKUP}` })
      .waitFor();
    await nothingRan(anouk);
    await anouk.goto(`${visit.url}/processen/${id}/versies/3`);
    await anouk.getByText(`Vastgesteld als “Mijlpaal ${MARKUP}”.`).waitFor();
    await anouk.getByText(`Reden: “Reden ${MARKUP}”`).waitFor();
    await nothingRan(anouk);
  });

  it('in the picture, also when it is opened as a page of its own', async () => {
    const picture = await visit.as('Wilma Terpstra');
    const answer = await picture.request.get(`${visit.url}/api/v1/processes/${id}/export?format=svg`);
    const svg = await answer.text();
    await picture.context().close();
    // As a file on somebody's desk: no policy of ours is there to stop anything.
    const opened = await visit.stranger();
    await opened.setContent(svg);
    expect(await opened.locator('svg').first().textContent()).toContain('<img');
    await nothingRan(opened);
    await opened.context().close();
  });
});

describe('A hostile or strange file opens without running or fetching anything:', () => {
  if (files.length === 0) {
    it(`no files at ${HOSTILE}; set CORPUS_DIR to where they are`, () => undefined);
    return;
  }

  it.each(files)('%s', async (name) => {
    const { id, status } = await make(`Bestand ${name}`, readFileSync(join(HOSTILE, name)));
    // Which of them may be refused as well is tested over HTTP.
    if (status >= 400) return;
    await anouk.goto(`${visit.url}/processen/${id}`);
    await anouk.getByRole('heading', { level: 1, name: `Bestand ${name}` }).waitFor();
    await drawing(anouk)
      .locator('.djs-shape')
      .first()
      .or(anouk.getByText(/Dit bestand heeft geen tekening|De editor kan deze tekening niet tonen/))
      .first()
      .waitFor();
    await anouk.getByText('Tekening wordt geladen…').waitFor({ state: 'detached' });
    if (await anouk.getByRole('button', { name: 'Stappenlijst' }).isVisible())
      await show(anouk, 'Stappenlijst');
    await anouk.locator('.step-list').waitFor();
    await nothingRan(anouk);
  });
});
