/**
 * Fills the disk of a running service, frees it again, and checks everything: `node test/crash/disk-full.mjs
 * --times 3`. The disk is a small one in memory, mounted in its own namespace. When the system does not allow
 * that, the report says so in `skipped`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startService } from '../bench/processes.mjs';
import { LogCheck } from './log-check.mjs';

const SELF = fileURLToPath(import.meta.url);
const NAME_SPACE = ['--user', '--map-root-user', '--mount'];
const DISK_MB = 24;
const BALLAST_MB = 6;
const OWNER = { authorization: 'Bearer demo:procesverantwoordelijke' };

const { times, disk } = parseArgs({
  options: { times: { type: 'string', default: '1' }, disk: { type: 'string' } },
}).values;

if (disk === undefined) inNameSpace();
else await onDisk(disk);

/** Runs this program again, on its own small disk. */
function inNameSpace() {
  const mount = mkdtempSync(join(tmpdir(), 'knipkaart-disk-'));
  const script = 'mount -t tmpfs -o size="$1" tmpfs "$2"';
  try {
    if (spawnSync('unshare', [...NAME_SPACE, 'sh', '-c', script, 'sh', `${DISK_MB}m`, mount]).status !== 0) {
      console.log(JSON.stringify({ skipped: 'this system does not allow mounting a small disk' }));
      return;
    }
    const again = `${script} && exec "$3" "$4" --times "$5" --disk "$2"`;
    execFileSync(
      'unshare',
      [...NAME_SPACE, 'sh', '-c', again, 'sh', `${DISK_MB}m`, mount, process.execPath, SELF, times],
      { stdio: 'inherit' },
    );
  } catch {
    process.exitCode = 1;
  } finally {
    rmSync(mount, { recursive: true, force: true });
  }
}

async function onDisk(mount) {
  const dataDir = join(mount, 'data');
  const ballast = join(mount, 'ballast');
  mkdirSync(dataDir);
  const service = await startService({ dataDir, args: ['--no-demo-data'] });
  const acknowledged = [];
  const report = { times: Number(times), saved: 0, refused: 0, readWhileFull: 0, faults: [] };
  const send = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${service.url}/api/v1${path}`, {
      method,
      body,
      headers: { ...OWNER, 'content-type': 'application/json', ...headers },
    });
    const content = await answer.json();
    if (answer.ok && method !== 'GET')
      acknowledged.push({ stream: `process-${content.id}`, version: content.version });
    return { status: answer.status, content };
  };
  const expect = (what, found, wanted) => {
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      report.faults.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  };
  const {
    content: { id },
  } = await send('POST', '/processes', JSON.stringify({ name: 'Kapvergunning', domain: 'vergunningen' }));
  const newest = () => acknowledged.at(-1).version;
  const save = () =>
    send('PUT', `/processes/${id}/diagram`, diagram(), {
      'content-type': 'application/xml',
      'if-match': `"${newest()}"`,
    });
  const knip = () =>
    send(
      'PUT',
      `/processes/${id}/knips/Toetsen`,
      JSON.stringify({ side: 'front', reason: `Besluit ${randomBytes(200).toString('hex')}` }),
    );

  for (let time = 0; time < report.times && report.faults.length === 0; time += 1) {
    writeFileSync(ballast, Buffer.alloc(BALLAST_MB * 1024 * 1024));
    let answer = await save();
    for (; answer.status === 200 && report.saved < 1000; answer = await save()) report.saved += 1;
    expect(
      'a save on a full disk',
      [answer.status, answer.content.type],
      [507, 'urn:knipkaart:problem:log-full'],
    );
    report.refused += 1;
    const full = await send('GET', `/processes/${id}`);
    expect('reading while the disk is full', [full.status, full.content.latest], [200, newest()]);
    expect('the history while the disk is full', (await send('GET', `/processes/${id}/history`)).status, 200);
    report.readWhileFull += 2;
    rmSync(ballast);
    const [saved, decided] = [await save(), await knip()];
    expect('a save when there is space again', saved.status, 200);
    expect('a knip when there is space again', decided.status, 200);
    const free = await send('GET', `/processes/${id}`);
    expect('reading when there is space again', [free.status, free.content.latest], [200, newest()]);
  }
  await service.stop();
  const check = new LogCheck(join(dataDir, 'log.sqlite'));
  report.faults.push(...(await check.faults(acknowledged)));
  console.log(
    JSON.stringify({
      ...report,
      acknowledged: acknowledged.length,
      events: check.events,
      faults: report.faults.slice(0, 20),
    }),
  );
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}

/** A diagram that is hard to compress, so that the disk fills soon. */
function diagram() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:test"><bpmn:process id="P">
<bpmn:documentation>${randomBytes(180_000).toString('base64')}</bpmn:documentation><bpmn:userTask id="Toetsen" name="Aanvraag toetsen" /></bpmn:process></bpmn:definitions>`;
}
