import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { atEnd } from '../at-end.js';
import { startService } from '../log-tool/running-service.js';
import { needsBuild } from '../needs-build.mjs';
import { until } from '../until.js';

needsBuild('service');

const file = (name: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P">${Array.from({ length: 9_000 }, (_, n) => `<task id="${name}${n}" name="${name} ${n}"/><sequenceFlow id="F${name}${n}" sourceRef="${name}${n}" targetRef="${name}${(n * 7) % 9_000}"/>`).join('')}</process></definitions>`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

it('Work of clients who hang up is not done, and others are served', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-hang-up-'));
  atEnd(() => rmSync(dataDir, { recursive: true, force: true }));
  const { url } = await startService(dataDir);
  const numbers = async () => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return (name: string) => Number(new RegExp(`^knipkaart_work_${name} (\\d+)$`, 'm').exec(text)?.[1]);
  };
  const compare = (body: string, signal?: AbortSignal) =>
    fetch(`${url}/api/v1/comparisons`, {
      method: 'POST',
      headers: { Authorization: 'Bearer demo:auditor', 'Content-Type': 'application/json' },
      body,
      ...(signal && { signal }),
    });
  const hangUp = new AbortController();
  const large = JSON.stringify({ from: base64(file('Oud')), to: base64(file('Nieuw')) });
  const asked = Array.from({ length: 8 }, () => compare(large, hangUp.signal).catch(() => 'hung up'));
  let told = await numbers();
  await until(
    async () => (told = await numbers())('pieces{state="waiting"}') + told('ended{how="done"}') >= 7,
    () => 'the work was not asked for',
  );
  hangUp.abort();
  await Promise.all(asked);
  await until(
    async () => {
      told = await numbers();
      return told('pieces{state="waiting"}') + told('pieces{state="running"}') === 0;
    },
    () => 'the work goes on',
  );
  expect(told('ended{how="done"}') + told('ended{how="gone"}')).toBe(8);
  expect(told('ended{how="gone"}')).toBeGreaterThan(0);
  expect((await compare(large)).status).toBe(200);
});
