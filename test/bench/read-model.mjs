// The read side: rebuilding it against a bare scan of the log, opening an old version, and starting with it intact.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLog } from '#event-store';
import { openReadModel } from '../../dist/apps/api/src/read-model/open-read-model.js';
import { fill, makeLog } from './made-log.mjs';
import { startService } from './processes.mjs';

const FEW = 10_000;
const MANY = 1_000_000;
const START_FEW = 1_000;
const ROUNDS = 5;
const ROUNDS_OF_MANY = 2;
const REQUESTS = 1_500;

/** @returns rows for the table */
export async function measure({ many = MANY } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'knipkaart-bench-'));
  const [few, large, small, versions] = ['few', 'large', 'small', 'versions'].map((name) => join(folder, name));
  try {
    process.stderr.write(`Making logs with ${FEW} and ${many} events …\n`);
    await makeLog(few, FEW);
    await makeLog(large, many);
    await makeLog(small, START_FEW);
    await fill(versions, [{ id: 'kort', size: 10 }, { id: 'lang', size: 10_000 }]);
    return [...(await rebuilding([few, FEW, ROUNDS], [large, many, ROUNDS_OF_MANY])), await opening(versions), await starting(small, large, many)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Each log is scanned right before and right after it is read into the read model, so that both see the same machine. */
async function rebuilding(...logs) {
  const rows = [];
  for (const [dataDir, events, rounds] of logs) {
    const [scans, rebuilds] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      scans.push(seconds(() => scan(dataDir)));
      rebuilds.push(await rebuild(dataDir));
      scans.push(seconds(() => scan(dataDir)));
    }
    const [scanned, rebuilt] = [events / median(scans), events / median(rebuilds)];
    rows.push({
      name: `rebuilding the read model, ${events.toLocaleString('en')} events (events/s ÷ bare scan with JSON.parse)`,
      ratio: rebuilt / scanned,
      target: '≥ 0.5',
      detail: `${Math.round(rebuilt).toLocaleString('en')}/s; scan ${Math.round(scanned).toLocaleString('en')}/s`,
    });
  }
  const [few, many] = rows;
  rows.push({
    name: 'that ratio with many events ÷ with few (it must not fall)', ratio: many.ratio / few.ratio, target: '≥ 0.9', detail: `${many.ratio.toFixed(3)}; ${few.ratio.toFixed(3)}`,
  });
  return rows;
}

function scan(dataDir) {
  const db = new DatabaseSync(join(dataDir, 'log.sqlite'), { readOnly: true });
  for (const { data, metadata } of db.prepare('SELECT data, metadata FROM events ORDER BY position').iterate()) {
    JSON.parse(data);
    JSON.parse(metadata);
  }
  db.close();
}

async function rebuild(dataDir) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataDir, `read-model.sqlite${suffix}`), { force: true });
  const log = openLog(join(dataDir, 'log.sqlite'));
  const begin = performance.now();
  const readModel = openReadModel(dataDir, () => undefined);
  await readModel.start(log.events);
  const took = (performance.now() - begin) / 1000;
  await readModel.stop();
  await log.events.close();
  return took;
}

/** Versions of the second half, so that both processes have the same decisions to show. */
async function opening(dataDir) {
  const service = await startService({ dataDir, args: ['--no-demo-data'] });
  try {
    const times = { kort: [], lang: [] };
    for (let request = 0; request < REQUESTS; request += 1) {
      for (const [id, size] of [['kort', 10], ['lang', 10_000]]) {
        const version = Math.ceil(size / 2 + Math.random() * (size / 2));
        const begin = performance.now();
        const answer = await fetch(`${service.url}/api/v1/processes/${id}?version=${version}`, { headers: { authorization: 'Bearer demo:auditor' } });
        await answer.arrayBuffer();
        times[id].push(performance.now() - begin);
        if (answer.status !== 200) throw new Error(`Version ${version} of ${id} was answered with ${answer.status}.`);
      }
    }
    const [short, long] = [times.kort, times.lang].map((all) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)]);
    return {
      name: 'opening version n (p95 with 10,000 versions ÷ with 10)', ratio: long / short, target: '≤ 1.5',
      detail: `${long.toFixed(2)} ms; ${short.toFixed(2)} ms`,
    };
  } finally {
    await service.stop();
  }
}

async function starting(small, large, many) {
  const times = { few: [], many: [] };
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, dataDir] of [['few', small], ['many', large]]) {
      const begin = performance.now();
      const service = await startService({ dataDir, args: ['--no-demo-data'] });
      const answer = await fetch(`${service.url}/health/ready`);
      const took = performance.now() - begin;
      await service.stop();
      if (answer.status !== 200) throw new Error('The service was not ready when it said so.');
      // The first round builds the read model of the small log and warms the caches.
      if (round >= 0) times[name].push(took);
    }
  }
  const [few, lots] = [median(times.few), median(times.many)];
  return {
    name: `start to ready with the read model intact (${many.toLocaleString('en')} events ÷ ${START_FEW.toLocaleString('en')})`, ratio: lots / few, target: '≤ 2',
    detail: `${Math.round(lots)} ms; ${Math.round(few)} ms`,
  };
}

function seconds(work) {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
