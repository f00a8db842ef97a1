// The read model on logs of different lengths: building it, opening an old version, starting with it intact,
// and the memory for all of that.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { shown } from './alternating.mjs';
import { fill, makeLog } from './made-log.mjs';
import { memory } from './memory.mjs';
import { opening } from './opening.mjs';
import { benchFolder } from './processes.mjs';
import { rebuilding } from './rebuilding.mjs';
import { sizesOfMade } from './sizes.mjs';
import { starting } from './starting.mjs';

const FEW = 10_000;
const SMALL = 1_000;

/** @returns rows; `BENCH_MANY` makes the long log shorter, for work on the benchmark itself */
export async function measure() {
  const many = Number(process.env.BENCH_MANY ?? 1_000_000);
  const folder = benchFolder();
  const [few, large, small, versions] = ['few', 'large', 'small', 'versions'].map((name) =>
    join(folder, name),
  );
  try {
    process.stderr.write(`Making logs with ${shown(FEW)} and ${shown(many)} events …\n`);
    await makeLog(few, FEW);
    await makeLog(large, many);
    await makeLog(small, SMALL);
    await fill(versions, [
      { id: 'kort', size: 10 },
      { id: 'lang', size: 10_000 },
    ]);
    const logs = { small: { dataDir: small, events: SMALL }, large: { dataDir: large, events: many } };
    return [
      ...(await rebuilding(
        // No target: the fixed costs of a build dominate on a short log (docs/decisions/0010).
        { key: 'readModel.rebuildFew', dataDir: few, events: FEW, rounds: 15 },
        { key: 'readModel.rebuildMany', dataDir: large, events: many, rounds: 3, target: '≥ 0.5' },
      )),
      sizesOfMade(logs.large),
      await opening(versions),
      await starting(logs),
      ...(await memory(logs)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
