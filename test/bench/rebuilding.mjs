// Rebuilding the read model against a bare scan of the log with JSON.parse.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openLog } from '#event-store';
import { openReadModel } from '../../dist/apps/api/src/platform/projections/open-read-model.js';
import { PROJECTIONS } from '../../dist/apps/api/src/projections.js';
import { median, shown } from './alternating.mjs';

/**
 * @param few a log `{key, dataDir, events, rounds, target}`, the target where it is held to one, and `many` a
 * long one; the short one is built once before all else, and measured after the long one, when nothing of the
 * program is cold any more
 * @returns a row for each, and one for what becomes of the ratio when the log grows
 */
export async function rebuilding(few, many) {
  const cold = await rebuild(few.dataDir);
  const ofMany = await measured(many);
  const ofFew = await measured(few);
  return [
    {
      ...ofFew,
      detail: `${ofFew.detail}; ${shown(cold * 1000)} ms as the first work of a process`,
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
  // Each log is scanned right before and right after it is read into the read model, so that both see the
  // same machine.
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

/** Throws the read model of a data folder away. */
export function forgetReadModel(dataDir) {
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(dataDir, `read-model.sqlite${suffix}`), { force: true });
}

/** Builds the read model of a data folder anew. @returns seconds */
export async function rebuild(dataDir) {
  forgetReadModel(dataDir);
  const log = openLog(join(dataDir, 'log.sqlite'));
  const begin = performance.now();
  const readModel = openReadModel(dataDir, { projections: PROJECTIONS, nameOf: () => undefined });
  await readModel.start(log.events);
  const took = (performance.now() - begin) / 1000;
  await readModel.stop();
  await log.events.close();
  return took;
}
