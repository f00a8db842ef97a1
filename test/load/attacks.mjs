/**
 * What one person can send to keep others waiting, sent to the built program on a heap of 512 MiB, while
 * somebody else asks for a diagram all the time: `npm run attacks -- [names]`. Prints what each attack was
 * answered with and how long the other one waited; ends with 1 where the program did not survive.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
const DC = 'http://www.omg.org/spec/DD/20100524/DC';
const file = (content, drawing = '') =>
  `<definitions xmlns="${BPMN}" xmlns:di="${DI}" xmlns:dc="${DC}"><process id="P">${content}</process>${drawing}</definitions>`;
const times = (count, make) => Array.from({ length: count }, (_, n) => make(n)).join('');
const base64 = (text) => Buffer.from(text).toString('base64');
const LONG = 'N'.repeat(4_000);

const inLane = (name, count, moved) =>
  file(
    `<laneSet><lane id="L" name="${name}">${moved ? '' : times(count, (n) => `<flowNodeRef>T${n}</flowNodeRef>`)}</lane><lane id="M" name="${name}M">${moved ? times(count, (n) => `<flowNodeRef>T${n}</flowNodeRef>`) : ''}</lane></laneSet>${times(count, (n) => `<task id="T${n}"/>`)}`,
  );
const mesh = (word, count) =>
  file(
    times(count, (n) => `<task id="${word}${n}" name="${word} ${n}"/>`) +
      times(
        count,
        (n) =>
          `<sequenceFlow id="F${word}${n}" sourceRef="${word}${n}" targetRef="${word}${(n * 7) % count}"/>`,
      ),
  );
const large = (word) =>
  file(times(19_000, (n) => `<task id="${word}${n}" name="${'naam van stap '.repeat(18)}${n}"/>`));

const folder = mkdtempSync(join(tmpdir(), 'knipkaart-attacks-'));
const child = spawn(
  process.execPath,
  ['--max-old-space-size=512', '--max-semi-space-size=16', 'dist/apps/api/src/main.js'],
  { env: { ...process.env, PORT: '0', DATA_DIR: folder }, stdio: ['ignore', 'pipe', 'ignore'] },
);
const url = /http:\S+/
  .exec(String((await once(child.stdout, 'data'))[0]))[0]
  .replace('localhost', '127.0.0.1');

async function call(method, path, body, { person = 'werkgroep-vergunningen', headers = {}, signal } = {}) {
  const from = performance.now();
  try {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(person && { Authorization: `Bearer demo:${person}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
    const bytes = (await answer.arrayBuffer()).byteLength;
    return { status: answer.status, bytes, ms: performance.now() - from, headers: answer.headers };
  } catch (error) {
    return { status: error.name, bytes: 0, ms: performance.now() - from };
  }
}
const json = (value) => JSON.stringify(value);
async function processWith(diagram) {
  const made = await call(
    'POST',
    '/processes',
    json({ name: `Proef ${Math.random()}`, domain: 'vergunningen' }),
  );
  const id = made.headers.get('location').split('/').at(-1);
  return { id, saved: await save(id, 1, diagram) };
}
const save = (id, seen, diagram, person) =>
  call('PUT', `/processes/${id}/diagram`, diagram, {
    ...(person && { person }),
    headers: { 'Content-Type': 'application/xml', 'If-Match': `"${seen}"` },
  });
const all = (count, make) => Promise.all(Array.from({ length: count }, (_, n) => make(n)));
const files = (from, to, options) =>
  call('POST', '/comparisons', json({ from: base64(from), to: base64(to) }), options);

const ATTACKS = {
  async 'a body of 16 MiB without signing in'() {
    return [await call('POST', '/comparisons', json({ from: Array(2_000_000).fill(0) }), { person: '' })];
  },
  async 'deep and wide JSON'() {
    return [
      await call('POST', '/comparisons', '['.repeat(400_000)),
      await call('POST', '/comparisons', `{"from":[${'0,'.repeat(200_000)}0]}`),
    ];
  },
  async 'files in which every change repeats a long name'() {
    const { id, saved } = await processWith(inLane(LONG, 4_000, false));
    return [
      await files(inLane(LONG, 4_000, false), inLane(LONG, 4_000, true)),
      saved,
      await save(id, 2, inLane(LONG, 4_000, true)),
      await call('GET', `/processes/${id}/comparison?from=2`),
    ];
  },
  async 'a picture of 14,000 shapes of one element'() {
    const shapes = times(
      14_000,
      (n) => `<di:BPMNShape bpmnElement="T"><dc:Bounds x="${n}" y="1" width="9" height="9"/></di:BPMNShape>`,
    );
    const drawing = `<di:BPMNDiagram><di:BPMNPlane bpmnElement="P">${shapes}</di:BPMNPlane></di:BPMNDiagram>`;
    const { id, saved } = await processWith(
      file(`<task id="T" name="${'lang woord '.repeat(360)}"/>`, drawing),
    );
    return [saved, await call('GET', `/processes/${id}/export?format=svg`)];
  },
  async 'a long lane with 19,000 steps'() {
    const { id, saved } = await processWith(inLane(LONG, 19_000, false));
    return [
      saved,
      await call('GET', `/processes/${id}`),
      await call('GET', `/processes/${id}/export?format=bpmn`),
    ];
  },
  async 'six files of 5 MiB at once'() {
    const made = await all(6, () => processWith(file('<task id="T"/>')));
    return Promise.all(made.map(({ id }, n) => save(id, 2, large(`S${n}`))));
  },
  'six files of 5 MiB by somebody who may not': () =>
    all(6, (n) => save('kapvergunning', 1, large(`S${n}`), 'werkgroep-wmo')),
  'twenty large comparisons': () => all(20, () => files(mesh('Oud', 9_000), mesh('Nieuw', 9_000))),
  async 'large comparisons whose client hangs up'() {
    const hangUp = new AbortController();
    const begun = all(20, () => files(mesh('Oud', 9_000), mesh('Nieuw', 9_000), { signal: hangUp.signal }));
    await pause(1_500);
    hangUp.abort();
    return begun;
  },
  async 'a merge with 12,000 clashes'() {
    const named = (word) =>
      file(
        times(
          6_000,
          (n) => `<task id="T${n}" name="${word}${n}"><documentation>${word}</documentation></task>`,
        ),
      );
    const { id } = await processWith(named('a'));
    await save(id, 2, named('b'));
    return [await call('POST', `/processes/${id}/merges`, json({ base: 2, diagram: base64(named('c')) }))];
  },
  'searches for many words': () => all(16, () => call('GET', `/processes?q=${'a+b+c+'.repeat(30)}d`)),
};

/** Asks for a diagram every 20 ms on a thread of its own, since making what is sent takes long as well. */
const OTHER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
    const waits = [];
    let isGoing = true;
    parentPort.once('message', () => (isGoing = false));
    while (isGoing) {
      const from = performance.now();
      const answer = await fetch(workerData, { headers: { Authorization: 'Bearer demo:auditor' } }).catch(() => undefined);
      await answer?.arrayBuffer();
      waits.push(performance.now() - from);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    parentPort.postMessage(waits);`)}`,
);

/** How long somebody else waits for a diagram, all the while. */
async function whileOthersAsk(work) {
  const other = new Worker(OTHER, { workerData: `${url}/api/v1/processes/kapvergunning/diagram` });
  await once(other, 'online');
  const done = await work();
  other.postMessage('stop');
  const [waits] = await once(other, 'message');
  waits.sort((a, b) => a - b);
  return { done, p99: waits[Math.floor(waits.length * 0.99)], most: waits.at(-1) };
}

const ms = (value) => `${Math.round(value)} ms`;
const wanted = process.argv.slice(2);
const quiet = await whileOthersAsk(() => pause(3_000));
console.log(`others wait ${ms(quiet.p99)} at p99 when nothing else is sent`);
for (const [name, attack] of Object.entries(ATTACKS)) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  const { done, p99, most } = await whileOthersAsk(attack);
  const answers = [...new Set(done.map(({ status }) => status))].join(', ');
  const bytes = Math.max(...done.map((answer) => answer.bytes));
  console.log(
    `${name}: ${answers}; at most ${Math.round(bytes / 1024)} KiB; others wait ${ms(p99)} at p99, ${ms(most)} at most`,
  );
  if (child.exitCode !== null || child.signalCode !== null) break;
}
const isAlive = child.exitCode === null && child.signalCode === null;
console.log(isAlive ? 'The program lives.' : `The program ended: ${child.exitCode ?? child.signalCode}.`);
process.exitCode = isAlive ? 0 : 1;
child.kill('SIGTERM');
if (isAlive) await once(child, 'close');
rmSync(folder, { recursive: true, force: true });
