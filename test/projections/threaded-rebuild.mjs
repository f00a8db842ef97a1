// On what the build made: a log long enough for a thread, read as it grows and all at once; prints both
// content hashes and what is parked.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { EMPTY_STREAM, openLog, sealEvents } from '#event-store';
import { openReadModel } from '../../dist/apps/api/src/platform/projections/following/open-read-model.js';
import { PROJECTIONS } from '../../dist/apps/api/src/projections.js';

const ROUNDS = 40;
const EVENTS_OF_A_ROUND = 100;
const folder = mkdtempSync(join(tmpdir(), 'knipkaart-thread-'));
const { events: store } = openLog(join(folder, 'log.sqlite'));
const heads = new Map();
const reason = { text: 'Omdat het zo “hoort” 🙂.' };
const xml = (name) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:test"><process id="P"><userTask id="A" name="${name}"/><userTask id="B"/><sequenceFlow id="F" sourceRef="A" targetRef="B"/></process></definitions>`;
const stored = (text) => ({
  digest: createHash('sha256').update(text).digest('hex'),
  encoding: 'br',
  bytes: brotliCompressSync(Buffer.from(text)).toString('base64'),
});

/**
 * Diagrams come again under the same digest, some cannot be read, and their processes stand still from then
 * on.
 */
function eventOf(process, version) {
  if (version === 1)
    return { type: 'ProcessRegistered', data: { name: `Proces ${process}`, domain: 'vergunningen' } };
  if (process === 'p3' && version === 700)
    return { type: 'DiagramSaved', data: { diagram: stored('no diagram') } };
  if (process === 'p4' && version === 800)
    return { type: 'DiagramSaved', data: { diagram: { digest: '00' } } };
  if (process === 'p5' && version === 900) return { type: 'Unheard', data: { bytes: 'x' } };
  if (version % 7 === 2)
    return {
      type: 'DiagramSaved',
      data: { diagram: stored(xml(version % 3 ? 'Toetsen' : `${process} ${version}`)) },
    };
  if (version % 11 === 3) return { type: 'KnipWithdrawn', data: { elementId: 'A', reason } };
  return { type: 'KnipDecided', data: { elementId: 'AB'[version % 2], side: 'front', reason } };
}

async function round() {
  for (const process of ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']) {
    const stream = `process-${process}`;
    const head = heads.get(stream) ?? EMPTY_STREAM;
    const events = Array.from({ length: EVENTS_OF_A_ROUND }, (_, index) =>
      eventOf(process, head.version + index + 1),
    );
    const context = {
      commandId: `${stream} ${head.version}`,
      requestDigest: '00',
      schemaVersion: 1,
      actor: 'werkgroep-wmo',
      now: new Date(Date.UTC(2026, 0, 5) + head.version * 1_000),
    };
    const sealed = sealEvents(stream, head, events, context);
    await store.append(stream, head.version, sealed);
    heads.set(stream, {
      version: head.version + events.length,
      hash: sealed.at(-1).metadata.hash,
      at: sealed.at(-1).metadata.at,
    });
  }
}

const opened = (dataDir, onProgress = () => {}) =>
  openReadModel(dataDir, { projections: PROJECTIONS, onProgress });

const grown = opened(mkdtempSync(join(folder, 'grown-')));
await grown.start(store);
for (let done = 0; done < ROUNDS; done += 1) await round();
await grown.caughtUp(await store.lastPosition(), 60_000);

let pages = 0;
let turns = 0;
const ticking = setInterval(() => (turns += 1), 1);
const builtIn = mkdtempSync(join(folder, 'built-'));
const built = opened(builtIn, () => (pages += 1));
await built.start(store);
clearInterval(ticking);
const report = {
  grown: grown.contentHash(),
  built: built.contentHash(),
  parked: built.status().parked,
  pages,
  turns,
};
await Promise.all([grown.stop(), built.stop()]);

// Broken off in the middle, a build leaves nothing that a start would take for a read model.
const brokenIn = mkdtempSync(join(folder, 'broken-'));
const broken = opened(brokenIn, () => void broken.stop());
await broken.start(store);
const again = opened(brokenIn);
await again.start(store);
report.again = again.contentHash();
report.draft = existsSync(join(brokenIn, 'read-model.sqlite.new'));
await again.stop();

await store.close();
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify(report));
