// Fills a log quickly, through the store itself: many small processes whose decisions are mixed, as they are
// in practice.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { openLog, sealEvents } from '#event-store';

const STEPS = [
  'Aannemen',
  'Controleren',
  'Aanvullen',
  'Toetsen',
  'Adviseren',
  'Besluiten',
  'Versturen',
  'Archiveren',
];
const EVENTS_OF_A_PROCESS = 500;
const EVENTS_OF_AN_APPEND = 50;
const APPENDS_AT_ONCE = 20;
const DIAGRAM_EVERY = 100;
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const FIRST_MOMENT = Date.parse('2025-01-06T08:00:00Z');

/**
 * Makes a log with this many events, in processes of 500. It appends in rounds over all processes, as if
 * people worked on them in parallel.
 */
export async function makeLog(dataDir, events) {
  const size = Math.min(events, EVENTS_OF_A_PROCESS);
  await fill(
    dataDir,
    Array.from({ length: Math.ceil(events / size) }, (_, index) => ({ id: `proces-${index}`, size })),
  );
}

/** Makes a log with these processes, each `{id, size}`. */
export async function fill(dataDir, processes) {
  const log = openLog(join(dataDir, 'log.sqlite'));
  const heads = new Map(processes.map(({ id }) => [id, { version: 0, hash: null }]));
  for (
    let left = processes;
    left.length > 0;
    left = left.filter(({ id, size }) => heads.get(id).version < size)
  ) {
    for (let at = 0; at < left.length; at += APPENDS_AT_ONCE) {
      await Promise.all(
        left.slice(at, at + APPENDS_AT_ONCE).map((process) => appendTo(log.events, process, heads)),
      );
    }
  }
  await log.events.close();
}

async function appendTo(store, { id, size }, heads) {
  const head = heads.get(id);
  const count = Math.min(EVENTS_OF_AN_APPEND, size - head.version);
  const made = Array.from({ length: count }, (_, index) => eventOf(id, head.version + index + 1));
  const sealed = sealEvents(`process-${id}`, head, made, {
    commandId: createHash('sha256').update(`${id} ${head.version}`).digest('hex'),
    requestDigest: createHash('sha256').update(id).digest('hex'),
    schemaVersion: 1,
    actor: 'werkgroep-vergunningen',
    now: new Date(FIRST_MOMENT + head.version * 60_000),
  });
  await store.append(`process-${id}`, head.version, sealed);
  const last = sealed.at(-1).metadata;
  heads.set(id, { version: head.version + count, hash: last.hash, at: last.at });
}

function eventOf(id, version) {
  if (version === 1)
    return { type: 'ProcessRegistered', data: { name: `Proces ${id}`, domain: 'vergunningen' } };
  if (version === 2 || version % DIAGRAM_EVERY === 0)
    return { type: 'DiagramSaved', data: { diagram: storedDiagram(`${id} ${version}`) } };
  const elementId = STEPS[version % STEPS.length];
  const reason = {
    text: `Besloten in overleg ${version}: de inwoner is hier het snelst geholpen, en het dossier blijft compleet.`,
  };
  if (version % 10 === 9)
    return { type: 'ChannelsPrioritised', data: { elementId, channels: ['web', 'phone', 'desk'], reason } };
  return {
    type: 'KnipDecided',
    data: {
      elementId,
      side: version % 3 ? 'front' : 'back',
      role: 'generalist',
      alternatives: [{ text: 'Bij de vakafdeling laten' }],
      reason,
    },
  };
}

function storedDiagram(name) {
  const refs = (steps) => steps.map((step) => `<bpmn:flowNodeRef>${step}</bpmn:flowNodeRef>`).join('');
  const text = `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:knip="urn:knipkaart:bpmn:1" id="D" targetNamespace="urn:bench"><bpmn:process id="P" name="${name}"><bpmn:laneSet id="L"><bpmn:lane id="F" name="KCC" knip:side="front">${refs(STEPS.slice(0, 4))}</bpmn:lane><bpmn:lane id="B" name="Vak" knip:side="back">${refs(STEPS.slice(4))}</bpmn:lane></bpmn:laneSet>${STEPS.map((step) => `<bpmn:userTask id="${step}" name="${step}"/>`).join('')}${STEPS.slice(
    1,
  )
    .map(
      (step, index) =>
        `<bpmn:sequenceFlow id="Flow_${index}" sourceRef="${STEPS[index]}" targetRef="${step}"/>`,
    )
    .join('')}</bpmn:process></bpmn:definitions>`;
  const bytes = Buffer.from(text);
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    encoding: 'br',
    bytes: brotliCompressSync(bytes, FAST).toString('base64'),
  };
}
