/**
 * A working day of a municipality, pressed into some minutes, on the built program: `npm run load --
 * [--people 200] [--minutes 5] [--on server|embedded]`. Editors save and merge diagrams and decide knips,
 * readers read and compare, everybody listens for news. On a server (its double) there are two instances;
 * half way one is killed and replaced. Prints what was answered and how fast, and the memory of the
 * instances; ends with 1 where an answer was not meant or something acknowledged is not in the log.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startDoubleProcess } from '../eventstoredb/double.mjs';

const { values: asked } = parseArgs({
  options: { people: { type: 'string' }, minutes: { type: 'string' }, on: { type: 'string' } },
});
const people = Number(asked.people ?? 200);
const lasting = Number(asked.minutes ?? 5) * 60_000;
const onServer = (asked.on ?? 'server') === 'server';
const HEAP_MIB = 512;
/** What may be answered besides success: somebody was faster, too much at once, or not there yet. */
const MEANT = new Set([409, 412, 429, 503]);

const double = onServer ? await startDoubleProcess({}) : undefined;
const folders = [];

/** Starts an instance of the built program, and waits until it says where it listens. */
async function start(args) {
  const dataDir = mkdtempSync(join(tmpdir(), 'knipkaart-load-'));
  folders.push(dataDir);
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MIB}`, '--max-semi-space-size=16', 'dist/apps/api/src/main.js', ...args],
    {
      env: {
        ...process.env,
        PORT: '0',
        DATA_DIR: dataDir,
        SESSION_KEY: 'the same on every instance, and no secret here',
        // The nine people of the demonstration do the work of hundreds.
        MAX_REQUESTS_PER_PERSON: '10000000',
        MAX_STREAMS_PER_PERSON: '1000',
        ...(double && { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: double.url }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = await once(child.stdout, 'data');
  const url = /http:\S+/.exec(String(line))[0].replace('localhost', '127.0.0.1');
  return { child, url, memory: [] };
}

const instances = [await start([])];
if (onServer) instances.push(await start([]));
const base = () => `${instances[Math.floor(Math.random() * instances.length)].url}/api/v1`;

/** Milliseconds of answers by kind, how often each status came, and what was not meant. */
const took = new Map();
const statuses = new Map();
const wrong = [];
/** What was acknowledged: the version of a process, by the key of the request. */
const acknowledged = new Map();
/** Answers that did not come, since an instance was killed. */
let unanswered = 0;
let ends = Infinity;

async function call(kind, person, method, path, { body, headers } = {}) {
  const from = performance.now();
  let answer;
  try {
    answer = await fetch(base() + path, {
      method,
      headers: { Authorization: `Bearer demo:${person}`, ...headers },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    const list = took.get(kind) ?? [];
    took.set(kind, list);
    list.push(performance.now() - from);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (!answer.ok && !MEANT.has(answer.status)) wrong.push(`${kind} ${answer.status} ${text.slice(0, 200)}`);
    return { status: answer.status, headers: answer.headers, text };
  } catch (error) {
    unanswered++;
    return { status: 0, text: String(error) };
  }
}

/** A write under one key, repeated as the page repeats it until there is an answer. */
async function write(kind, person, method, path, id, { body, headers }) {
  const key = randomUUID();
  for (;;) {
    const answer = await call(kind, person, method, path, {
      body,
      headers: { ...headers, 'Idempotency-Key': key },
    });
    if (answer.status === 200 || answer.status === 201)
      acknowledged.set(key, { id, version: JSON.parse(answer.text).version });
    if (answer.status !== 0 && answer.status !== 503) return answer;
    if (performance.now() > ends + 30_000) return answer;
    await pause(500);
  }
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];
const json = { 'Content-Type': 'application/json' };
let words = 0;

async function edit(process, person) {
  const shown = await call('read a process', person, 'GET', `/processes/${process.id}`);
  if (shown.status !== 200) return;
  const { version, steps } = JSON.parse(shown.text);
  const step = pick(steps.filter(({ decidable, binding }) => decidable && !binding));
  if (Math.random() < 0.6) {
    await write('decide a knip', person, 'PUT', `/processes/${process.id}/knips/${step.id}`, process.id, {
      body: JSON.stringify({ side: pick(['front', 'back']), reason: `Zo besproken in overleg ${++words}.` }),
      headers: json,
    });
    return;
  }
  const drawn = await call('read a diagram', person, 'GET', `/processes/${process.id}/diagram`);
  if (drawn.status !== 200) return;
  await pause(1_000 + Math.random() * 4_000);
  const diagram = drawn.text.replace(
    new RegExp(`(id="${step.id}"[^>]*?name=")[^"]*`),
    `$1Stap in overleg ${++words}`,
  );
  const saved = await write('save a diagram', person, 'PUT', `/processes/${process.id}/diagram`, process.id, {
    body: diagram,
    headers: { 'Content-Type': 'application/xml', 'If-Match': `"${version}"` },
  });
  if (saved.status !== 412) return;
  await write('merge a diagram', person, 'POST', `/processes/${process.id}/merges`, process.id, {
    body: JSON.stringify({ base: version, diagram: Buffer.from(diagram).toString('base64') }),
    headers: json,
  });
}

async function read(process, person) {
  await call('read the overview', person, 'GET', '/processes');
  await call('read a process', person, 'GET', `/processes/${process.id}`);
  const what = Math.random();
  if (what < 0.4) await call('read a diagram', person, 'GET', `/processes/${process.id}/diagram`);
  else if (what < 0.6) await call('read the history', person, 'GET', `/processes/${process.id}/history`);
  else if (what < 0.9) await call('compare', person, 'GET', `/processes/${process.id}/comparison?from=2`);
  else await call('take a picture', person, 'GET', `/processes/${process.id}/export?format=svg`);
}

/** Listens for news until the end, anew where an instance goes away. */
async function listen() {
  while (performance.now() < ends) {
    try {
      const answer = await fetch(`${base()}/updates`, {
        headers: { Authorization: 'Bearer demo:auditor' },
        signal: AbortSignal.timeout(Math.max(1, ends - performance.now())),
      });
      for await (const _ of answer.body);
    } catch {
      await pause(1_000);
    }
  }
}

async function work(processes, editing) {
  await pause(Math.random() * 5_000);
  while (performance.now() < ends) {
    const process = pick(processes);
    await (editing ? edit(process, `werkgroep-${process.domain}`) : read(process, 'auditor'));
    await pause(2_000 + Math.random() * 6_000);
  }
}

async function watchMemory() {
  while (performance.now() < ends) {
    for (const instance of instances) {
      const text = await fetch(`${instance.url}/metrics`).then(
        (answer) => answer.text(),
        () => '',
      );
      const bytes = /^process_resident_memory_bytes (\d+)/m.exec(text)?.[1];
      if (bytes) instance.memory.push(Number(bytes) / 1024 / 1024);
    }
    await pause(lasting / 30);
  }
}

async function killAndReplace() {
  if (!onServer) return;
  await pause(lasting / 2);
  const [killed] = instances.splice(1, 1);
  killed.child.kill('SIGKILL');
  await pause(2_000);
  instances.push(await start([]));
}

/** Every version of every process that the log has. */
async function inLog() {
  const versions = new Set();
  for (let after = ''; ; ) {
    const answer = await fetch(`${base()}/events?limit=1000${after && `&after=${after}`}`, {
      headers: { Authorization: 'Bearer demo:auditor' },
    });
    const lines = (await answer.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    if (lines.length === 0) return versions;
    for (const { stream, version } of lines) versions.add(`${stream} ${version}`);
    after = lines.at(-1).position;
  }
}

const processes = JSON.parse((await call('read the overview', 'auditor', 'GET', '/processes')).text).items;
ends = performance.now() + lasting;
await Promise.all([
  ...Array.from({ length: people }, (_, n) => work(processes, n % 4 === 0)),
  ...Array.from({ length: people }, listen),
  watchMemory(),
  killAndReplace(),
]);

const versions = await inLog();
const lost = [...acknowledged.values()].filter(
  ({ id, version }) => !versions.has(`process-${id} ${version}`),
);
const at = (list, share) =>
  `${Math.round(list[Math.min(list.length - 1, Math.floor(list.length * share))])} ms`;
console.log(
  `${people} people, ${lasting / 60_000} minutes, ${onServer ? 'two instances on a server' : 'the embedded log'}`,
);
for (const [kind, list] of [...took].sort()) {
  list.sort((a, b) => a - b);
  console.log(
    `${kind.padEnd(20)} ${String(list.length).padStart(6)}  p50 ${at(list, 0.5)}  p99 ${at(list, 0.99)}`,
  );
}
console.log(
  `answers: ${[...statuses]
    .sort()
    .map(([status, times]) => `${times} × ${status}`)
    .join(', ')}; ${unanswered} without an answer`,
);
for (const { memory } of instances)
  console.log(
    `memory: ${Math.round(memory[0])} MiB at first, ${Math.round(Math.max(...memory))} at most, ${Math.round(memory.at(-1))} at last`,
  );
console.log(`${acknowledged.size} writes acknowledged, ${lost.length} of them not in the log`);
for (const line of new Set(wrong)) console.log(`not meant: ${line}`);
process.exitCode = wrong.length + lost.length > 0 || (!onServer && unanswered > 0) ? 1 : 0;
for (const { child } of instances) child.kill('SIGTERM');
await Promise.all(instances.map(({ child }) => once(child, 'close')));
await double?.stop();
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
