import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

const DRAWN = readFileSync('bpmn/vergunningen/kapvergunning.bpmn');
const WHY = { reason: 'Zo heet het.' };
const NAMES = ['Kap: melding/aanvraag “2027”', "Aux. (nood)diensten's", '日本語 – zaak'];

let app: TestApp;
let id: string;
/** When each version was made, in order. */
const moments: string[] = [];

beforeAll(async () => {
  app = await startApp();
  id = await app.process({ diagram: DRAWN });
  const owner = app.as('procesverantwoordelijke');
  for (const name of NAMES)
    await owner
      .patch(`/processes/${id}`)
      .send({ name, ...WHY })
      .expect(200);
  const { body } = await owner.get(`/processes/${id}/history`).expect(200);
  moments.push(...(body as { items: { at: string }[] }).items.map(({ at }) => at));
});

/** The name that a file is offered under: as it is, and for clients that know ASCII only. */
async function nameOf(address: string): Promise<{ file: string; plain: string }> {
  const { headers } = await app.as('auditor').get(`/processes/${id}${address}`).expect(200);
  const said = /^attachment; filename="([\x21-\x7e]+)"; filename\*=UTF-8''([\w%.~!#$&+^`|-]+)$/.exec(
    headers['content-disposition']!,
  )!;
  return { plain: said[1]!, file: decodeURIComponent(said[2]!) };
}

const FILES = ['/diagram?', '/export?format=bpmn&', '/export?format=svg&'];

describe('The name of a file that is taken along', () => {
  it('says process, version and kind, and is another one for every version and kind', async () => {
    const files = [];
    for (const version of [2, 3, 4, 5])
      for (const address of FILES) files.push(await nameOf(`${address}version=${version}`));
    expect(files.map(({ file }) => file)).toEqual([
      'Kapvergunning v2.bpmn',
      'Kapvergunning v2 knips.bpmn',
      'Kapvergunning v2.svg',
      'Kap melding aanvraag “2027” v3.bpmn',
      'Kap melding aanvraag “2027” v3 knips.bpmn',
      'Kap melding aanvraag “2027” v3.svg',
      "proces Aux. (nood)diensten's v4.bpmn",
      "proces Aux. (nood)diensten's v4 knips.bpmn",
      "proces Aux. (nood)diensten's v4.svg",
      '日本語 – zaak v5.bpmn',
      '日本語 – zaak v5 knips.bpmn',
      '日本語 – zaak v5.svg',
    ]);
    expect(new Set(files.map(({ plain }) => plain)).size).toBe(files.length);
    expect(files.map(({ plain }) => plain)).toContain('kap-melding-aanvraag-2027-v3-knips.bpmn');
    expect(files.at(-1)!.plain).toBe('zaak-v5.svg');
  });

  it('says the version of a moment, and the newest where none was asked for', async () => {
    for (const [index, at] of moments.entries()) {
      const { body } = await app
        .as('auditor')
        .get(`/processes/${id}?at=${encodeURIComponent(at)}`)
        .expect(200);
      if (index === 0) continue;
      for (const address of FILES) {
        const { file } = await nameOf(`${address}at=${encodeURIComponent(at)}`);
        expect(file).toContain(` v${(body as { version: number }).version}`);
        expect(file).toBe((await nameOf(`${address}version=${(body as { version: number }).version}`)).file);
      }
    }
    for (const address of FILES)
      expect((await nameOf(address.slice(0, -1))).file).toBe((await nameOf(`${address}version=5`)).file);
  });
});
