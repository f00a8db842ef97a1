import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { processStream, type ProcessEvent, type ProcessState } from '#domain';
import { EMPTY_STREAM, sealEvents, type EventStore, type NewEvent } from '#event-store';
import { DIAGRAMS_IN_FORCE } from '../../apps/api/src/diagrams/diagrams-in-force.projection.js';
import { HISTORY } from '../../apps/api/src/event-history/index.js';
import { OVERVIEW } from '../../apps/api/src/overview/overview.projection.js';
import { ProjectionSet } from '../../apps/api/src/platform/projections/unit/projection-set.js';
import { ReadModel } from '../../apps/api/src/platform/projections/following/read-model.js';
import {
  FACTS,
  outlines,
  readOutline,
  StateReader,
  type ReadOutline,
} from '../../apps/api/src/process-facts/index.js';
import { atEnd } from '../at-end.js';
import { PATIENCE_MS } from '../until.js';

const FIRST_MOMENT = Date.parse('2026-01-05T09:00:00Z');

/** A folder that is gone after the last test of the file. */
export function temporaryFolder(): { path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'knipkaart-read-model-'));
  return { path, remove: atEnd(() => rmSync(path, { recursive: true, force: true })) };
}

/** @param folder where the file lies */
export function readModelIn(folder: string, read: ReadOutline = readOutline): ReadModel {
  return new ReadModel({
    path: join(folder, 'read-model.sqlite'),
    projections: new ProjectionSet(import.meta.url, [
      HISTORY,
      outlines(read),
      FACTS,
      OVERVIEW,
      DIAGRAMS_IN_FORCE,
    ]),
  });
}

/** The newest state of a process that can be read. */
export function stateOf(readModel: ReadModel, process: string): ProcessState | undefined {
  const known = readModel.stream(processStream(process));
  return known && readModel.reader(StateReader).asOf(known.no, known.version).state;
}

/** Records events of one process, each a minute after the one before it. */
export function record(store: EventStore, process: string, ...events: ProcessEvent[]): Promise<void> {
  return recordAs(process, store, processStream(process), events);
}

/** Records events of any stream, each a minute after the one before it. */
export function recordIn(store: EventStore, stream: string, ...events: NewEvent[]): Promise<void> {
  return recordAs(stream, store, stream, events);
}

async function recordAs(
  commands: string,
  store: EventStore,
  stream: string,
  events: readonly NewEvent[],
): Promise<void> {
  for (const event of events) {
    const last = await store.readLast(stream);
    const head = last
      ? { version: last.version, hash: last.metadata.hash, at: last.metadata.at }
      : EMPTY_STREAM;
    const context = {
      commandId: `${commands} ${head.version + 1}`,
      requestDigest: '00',
      schemaVersion: 1,
      actor: 'werkgroep-wmo',
      now: new Date(FIRST_MOMENT + head.version * 60_000),
    };
    await store.append(stream, head.version, sealEvents(stream, head, [event], context));
  }
}

/** Waits until the read model shows all that the log holds. */
export async function upToDate(readModel: ReadModel, store: EventStore): Promise<void> {
  const last = await store.lastPosition();
  if (last !== undefined) await readModel.caughtUp(last, PATIENCE_MS);
}

export const registered = (name = 'Kapvergunning'): ProcessEvent => ({
  type: 'ProcessRegistered',
  data: { name, domain: 'vergunningen' },
});

export const knip = (elementId: string, side: 'front' | 'back' = 'front'): ProcessEvent => ({
  type: 'KnipDecided',
  data: { elementId, side, reason: { text: `Omdat ${elementId} dat vraagt.` } },
});

export function saved(diagram: string): ProcessEvent & { type: 'DiagramSaved' } {
  const bytes = Buffer.from(diagram);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return {
    type: 'DiagramSaved',
    data: { diagram: { digest, encoding: 'br', bytes: brotliCompressSync(bytes).toString('base64') } },
  };
}

/** As if the diagram had come of a merge with what the process had. */
export function merged(diagram: string): ProcessEvent {
  const { data } = saved(diagram);
  return {
    type: 'DiagramMerged',
    data: { base: 1, mergedWith: 1, mine: data.diagram, choices: [{ conflict: 'c', take: 'mine' }], ...data },
  };
}

/** Steps one after the other, the first at the front, the others at the back. */
export function chain(...names: string[]): string {
  const ref = (name: string) => `<flowNodeRef>${name}</flowNodeRef>`;
  return `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:knip="urn:knipkaart:bpmn:1" id="D" targetNamespace="urn:test"><process id="P">
<laneSet id="L"><lane id="F" name="KCC" knip:side="front">${names.slice(0, 1).map(ref).join('')}</lane><lane id="B" name="Vak" knip:side="back">${names.slice(1).map(ref).join('')}</lane></laneSet>
${names.map((name) => `<userTask id="${name}" name="Stap ${name}"/>`).join('')}${names
  .slice(1)
  .map((name, index) => `<sequenceFlow id="Flow_${index}" sourceRef="${names[index]}" targetRef="${name}"/>`)
  .join('')}
</process></definitions>`;
}
