import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { FACTS } from '../../apps/api/src/process-facts/index.js';
import { OpenFile } from '../../apps/api/src/platform/projections/unit/open-file.js';
import { knip } from './fixture.js';

/** So many keys are remembered; it is not a round number of the rows that are written together. */
const REMEMBERED = 200_000;
const BEFORE = 37;

it('Each key of a process is one, also when more are decided on than are remembered', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(FACTS.tables);
  const writer = FACTS.open(new OpenFile(db));
  const versions = new Map<string, number>();
  /** Decides on an element in the next version of its process. */
  const decide = (process: string, element: string): void => {
    const version = (versions.get(process) ?? 0) + 1;
    versions.set(process, version);
    const event = { ...knip(element), text: undefined, version, at: '', actor: '', demo: undefined };
    const no = process === 'large' ? 1 : 2;
    const stream = { no, name: process, prefix: 'process-', version: version - 1 };
    writer.apply!(event, stream, () => '')!();
  };
  for (let n = 0; n < BEFORE; n++) decide('large', `${n}`);
  writer.flush!();
  // What was remembered is dropped, as after a transaction that failed: these keys are looked up again.
  writer.forget!();
  for (let n = 0; n < REMEMBERED - 1; n++) decide('large', `${n}`);
  decide('small', 'A');
  // Now all that can be remembered is: the next one makes room.
  decide('small', 'B');
  for (const element of ['A', 'B']) decide('small', element);
  for (const n of [0, BEFORE, REMEMBERED - 2, REMEMBERED - 3]) decide('large', `${n}`);
  writer.flush!();
  const keys = db.prepare(
    'SELECT count(*) AS rows, count(DISTINCT process || kind || key) AS keys FROM fact_keys',
  );
  expect({ ...keys.get() }).toEqual({ rows: REMEMBERED + 1, keys: REMEMBERED + 1 });
  const facts = db.prepare(
    `SELECT k.key, f.from_version AS version FROM facts f JOIN fact_keys k ON k.no = f.key
     WHERE k.process = ? AND f.from_version > ? ORDER BY f.from_version`,
  );
  expect(facts.all(2, 0).map(({ key, version }) => [key, version])).toEqual([
    ['A', 1],
    ['B', 2],
    ['A', 3],
    ['B', 4],
  ]);
  expect(facts.all(1, REMEMBERED + BEFORE - 1).map(({ key }) => key)).toEqual([
    '0',
    `${BEFORE}`,
    `${REMEMBERED - 2}`,
    `${REMEMBERED - 3}`,
  ]);
  db.close();
});
