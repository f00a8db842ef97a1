// Rebuilding the read model, against a bare scan of the log with JSON.parse.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLog } from '#event-store';
import { openReadModel } from '../../dist/apps/api/src/platform/projections/following/open-read-model.js';
import { PROJECTIONS } from '../../dist/apps/api/src/projections.js';
import { median, shown } from './alternating.mjs';

/**
 * @param few a short log `{key, dataDir, events, rounds, target?}`; it is built once at the start, and
 * measured after the long one, when the code is warm
 * @param many a long log
 * @returns a row for each, and one for the change of the ratio when the log grows
 */
export async function rebuilding(few, many) {
  const cold = await rebuild(few.dataDir);
  const ofMany = await measured(many);
  const ofFew = await measured(few);
  return [
    {
      ...ofFew,
      detail: `${ofFew.detail}; ${shown(cold * 1000)} ms in a cold process`,
      figures: { ...ofFew.figures, cold: [cold * 1000, 'ms'] },
    },
    ofMany,
    {
      key: 'readModel.rebuildGrowth',
      name: 'that ratio with many events ÷ with few (it must not fall)',
      ratio: ofMany.ratio / ofFew.ratio,
      target: '≥ 0.9',
      detail: `${ofMany.ratio.toFixed(3)}; ${ofFew.ratio.toFixed(3)}`,
      figures: {},
    },
  ];
}

async function measured({ key, dataDir, events, rounds, target }) {
  const [scans, rebuilds] = [[], []];
  // Each log is scanned right before and right after its rebuild, so that both see the machine in the same
  // state.
  for (let round = 0; round < rounds; round += 1) {
    scans.push(scan(dataDir));
    rebuilds.push(await rebuild(dataDir));
    scans.push(scan(dataDir));
  }
  const [scanned, rebuilt] = [events / median(scans), events / median(rebuilds)];
  return {
    key,
    ...(target && { target }),
    name: `rebuilding the read model, ${shown(events)} events (events/s ÷ bare scan with JSON.parse)`,
    ratio: rebuilt / scanned,
    detail: `${shown(rebuilt)}/s; scan ${shown(scanned)}/s`,
    figures: { rebuilt: [rebuilt, '1/s'], scanned: [scanned, '1/s'], events: [events, 'events'] },
  };
}

/** Seconds. */
function scan(dataDir) {
  const begin = performance.now();
  const db = new DatabaseSync(join(dataDir, 'log.sqlite'), { readOnly: true });
  for (const { data, metadata } of db
    .prepare('SELECT data, metadata FROM events ORDER BY position')
    .iterate()) {
    JSON.parse(data);
    JSON.parse(metadata);
  }
  db.close();
  return (performance.now() - begin) / 1000;
}

/** Deletes the read model of a data folder. */
export function forgetReadModel(dataDir) {
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(dataDir, `read-model.sqlite${suffix}`), { force: true });
}

/**
 * Rebuilds the read model of a data folder.
 * @returns seconds
 */
export async function rebuild(dataDir) {
  forgetReadModel(dataDir);
  const log = openLog(join(dataDir, 'log.sqlite'));
  const begin = performance.now();
  const readModel = openReadModel(dataDir, { projections: PROJECTIONS });
  await readModel.start(log.events);
  const took = (performance.now() - begin) / 1000;
  await readModel.stop();
  await log.events.close();
  return took;
}
