/**
 * Kills the whole service with SIGKILL while 64 people decide knips over HTTP, checks its log and starts it
 * again, many times on one data folder: `node test/crash/service.mjs --kills 100`. When something is lost,
 * exits with 1 and prints the faults.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startService } from '../bench/processes.mjs';
import { LogCheck } from './log-check.mjs';

const PEOPLE = 64;
const HEADERS = { authorization: 'Bearer demo:procesverantwoordelijke', 'content-type': 'application/json' };

/** Ids of decidable steps of every process, as `{process, step}`. */
async function stepsOf(url) {
  const get = async (path) => (await fetch(`${url}/api/v1${path}`, { headers: HEADERS })).json();
  const { items } = await get('/processes?limit=100');
  const answers = await Promise.all(items.map(({ id }) => get(`/processes/${id}`)));
  return answers.flatMap(({ id, steps }) =>
    steps.filter(({ binding }) => !binding?.side).map((step) => ({ process: id, step: step.id })),
  );
}

/** Decides knips until the service is gone. Adds each success to `acknowledged`. */
async function decide(url, steps, person, acknowledged) {
  for (let turn = 0; ; turn += 1) {
    const { process, step } = steps[(person * 7 + turn) % steps.length];
    const body = JSON.stringify({
      side: turn % 2 ? 'front' : 'back',
      reason: `Besluit ${turn} van ${person}.`,
    });
    try {
      const answer = await fetch(`${url}/api/v1/processes/${process}/knips/${step}`, {
        method: 'PUT',
        headers: HEADERS,
        body,
      });
      const { version } = await answer.json();
      if (answer.status !== 200) throw new Error(`A decision was answered with ${answer.status}.`);
      acknowledged.push({ stream: `process-${process}`, version });
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

const { kills } = parseArgs({ options: { kills: { type: 'string', default: '10' } } }).values;
const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-crash-'));
const check = new LogCheck(join(dataDir, 'log.sqlite'));
const faults = [];
let acknowledged = 0;
for (let turn = 0; turn < Number(kills) && faults.length === 0; turn += 1) {
  const service = await startService({ dataDir });
  const answered = [];
  const steps = await stepsOf(service.url);
  const people = Promise.all(
    Array.from({ length: PEOPLE }, (_, person) => decide(service.url, steps, person, answered)),
  );
  while (answered.length === 0) await pause(5);
  await pause(Math.random() * 300);
  process.kill(service.pid, 'SIGKILL');
  await Promise.all([people, service.ended]);
  acknowledged += answered.length;
  faults.push(...(await check.faults(answered)));
}
faults.push(...(await check.final()));
console.log(
  JSON.stringify({ kills: Number(kills), acknowledged, events: check.events, faults: faults.slice(0, 20) }),
);
if (faults.length === 0) rmSync(dataDir, { recursive: true });
else console.error(`The data folder is kept: ${dataDir}.`);
process.exitCode = faults.length === 0 ? 0 : 1;
