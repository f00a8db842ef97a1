/**
 * Kills a process with SIGKILL while 64 writers append, then opens and checks the log, many times on the same
 * log: `node test/crash/sigkill.mjs --kills 1000`. When something is lost, exits with 1 and prints the
 * faults.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LogCheck } from './log-check.mjs';

const WRITERS = fileURLToPath(new URL('writers.mjs', import.meta.url));

/**
 * Every fifth kill comes at any moment, even during the start. The others come while the writers are writing.
 */
async function writeAndKill(path, turn) {
  const child = spawn(process.execPath, [WRITERS, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged = [];
  const lines = createInterface({ input: child.stdout }).on('line', (line) =>
    acknowledged.push(JSON.parse(line)),
  );
  const closed = Promise.all([once(child, 'close'), once(lines, 'close')]);
  if (turn % 5 === 0) await pause(Math.random() * 300);
  else {
    await Promise.race([once(lines, 'line'), closed]);
    await pause(Math.random() * 100);
  }
  const killed = child.kill('SIGKILL');
  const [[, signal]] = await closed;
  if (!killed || signal !== 'SIGKILL') throw new Error('The writers ended by themselves.');
  return acknowledged;
}

const { kills } = parseArgs({ options: { kills: { type: 'string', default: '50' } } }).values;
const folder = mkdtempSync(join(tmpdir(), 'knipkaart-crash-'));
const path = join(folder, 'log.db');
const check = new LogCheck(path);
const faults = [];
let acknowledged = 0;
for (let turn = 0; turn < Number(kills) && faults.length === 0; turn++) {
  const commands = await writeAndKill(path, turn);
  acknowledged += commands.length;
  faults.push(...(await check.faults(commands)));
}
faults.push(...(await check.final()));
console.log(
  JSON.stringify({ kills: Number(kills), acknowledged, events: check.events, faults: faults.slice(0, 20) }),
);
if (faults.length === 0) rmSync(folder, { recursive: true });
else console.error(`The log is kept in ${folder}.`);
process.exitCode = faults.length === 0 ? 0 : 1;
