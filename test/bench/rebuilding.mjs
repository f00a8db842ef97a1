// Rebuilding the read model against a bare scan of the log with JSON.parse.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLog } from '#event-store';
import { openReadModel } from '../../dist/apps/api/src/read-model/open-read-model.js';
import { median, shown } from './alternating.mjs';

/**
 * @param logs each `{dataDir, events, warmUp, rounds, target}`; two of them, the one with few events first
 * @returns a row for each, and one for what becomes of the ratio when the log grows
 */
export async function rebuilding(logs) {
  const rows = [];
  for (const { key, dataDir, events, warmUp, rounds, target } of logs) {
    const [scans, rebuilds] = [[], []];
    // Each log is scanned right before and right after it is read into the read model, so that both see the same machine.
    for (let round = -warmUp; round < rounds; round += 1) {
      const [before, rebuilt, after] = [scan(dataDir), await rebuild(dataDir), scan(dataDir)];
      if (round < 0) continue;
      scans.push(before, after);
      rebuilds.push(rebuilt);
    }
    const [scanned, rebuilt] = [events / median(scans), events / median(rebuilds)];
    rows.push({
      key, target,
      name: `rebuilding the read model, ${shown(events)} events (events/s ÷ bare scan with JSON.parse)`,
      ratio: rebuilt / scanned,
      detail: `${shown(rebuilt)}/s; scan ${shown(scanned)}/s`,
      figures: { rebuilt: [rebuilt, '1/s'], scanned: [scanned, '1/s'], events: [events, 'events'] },
    });
  }
  const [few, many] = rows;
  rows.push({
    key: 'readModel.rebuildGrowth', name: 'that ratio with many events ÷ with few (it must not fall)', ratio: many.ratio / few.ratio, target: '≥ 0.9',
    detail: `${many.ratio.toFixed(3)}; ${few.ratio.toFixed(3)}`, figures: {},
  });
  return rows;
}

/** Seconds. */
function scan(dataDir) {
  const begin = performance.now();
  const db = new DatabaseSync(join(dataDir, 'log.sqlite'), { readOnly: true });
  for (const { data, metadata } of db.prepare('SELECT data, metadata FROM events ORDER BY position').iterate()) {
    JSON.parse(data);
    JSON.parse(metadata);
  }
  db.close();
  return (performance.now() - begin) / 1000;
}

/** Throws the read model of a data folder away. */
export function forgetReadModel(dataDir) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataDir, `read-model.sqlite${suffix}`), { force: true });
}

/** Builds the read model of a data folder anew. @returns seconds */
export async function rebuild(dataDir) {
  forgetReadModel(dataDir);
  const log = openLog(join(dataDir, 'log.sqlite'));
  const begin = performance.now();
  const readModel = openReadModel(dataDir, () => undefined);
  await readModel.start(log.events);
  const took = (performance.now() - begin) / 1000;
  await readModel.stop();
  await log.events.close();
  return took;
}
