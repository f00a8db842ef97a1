import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

const HOUR_MS = 60 * 60 * 1000;

describe('A clock that jumps backwards', () => {
  let app: TestApp;
  let id: string;
  beforeEach(async () => {
    app = await startApp();
    id = await app.process();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await app?.stop();
  });

  it('never puts a decision before the one it followed, and every moment still shows what stood then', async () => {
    const decide = (side: string) =>
      app
        .as('werkgroep-vergunningen')
        .put(`/processes/${id}/knips/Toetsen`)
        .send({ side, reason: 'Omdat het kan.' })
        .expect(200);
    const before = Date.now();
    await decide('front');
    // Everything but the time of day goes on as it does.
    const others = [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ] as const;
    jest.useFakeTimers({ now: before - HOUR_MS, doNotFake: [...others] });
    await decide('back');
    jest.setSystemTime(before - 5 * HOUR_MS);
    await decide('front');
    const { items } = (await app.as('auditor').get(`/processes/${id}/history`).expect(200)).body as {
      items: { version: number; at: string }[];
    };
    expect(items.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5]);
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort());
    expect(Date.parse(items.at(-1)!.at)).toBeGreaterThanOrEqual(before);
    const { body } = await app
      .as('auditor')
      .get(`/processes/${id}`)
      .query({ at: items.at(-1)!.at })
      .expect(200);
    expect(body).toMatchObject({ version: 5 });
    jest.useRealTimers();
    await decide('back');
    expect((await app.as('auditor').get(`/processes/${id}`).expect(200)).body).toMatchObject({ version: 6 });
  });
});
