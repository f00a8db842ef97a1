// How much space events take: in the demonstration, which resembles real work, and in the generated log, for
// the file of the read model.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLogForReading } from '#event-store';
import { countLog } from '../../dist/apps/api/src/log-tool/count-log.js';
import { readOutline } from '../../dist/apps/api/src/process-facts/index.js';
import { alternating, shown } from './alternating.mjs';
import { benchFolder, startService } from './processes.mjs';

const DIAGRAM_EVENTS = new Set(['DiagramSaved', 'DiagramMerged']);

/** @returns the row about the demonstration log */
export async function measure() {
  const dataDir = benchFolder();
  try {
    const service = await startService({ dataDir });
    await service.stop();
    const path = join(dataDir, 'log.sqlite');
    const log = openLogForReading(path);
    const { events, bytes, types } = await countLog(log, () => undefined);
    await log.events.close();
    const [diagrams, others] = [
      [...types].filter(([type]) => DIAGRAM_EVENTS.has(type)),
      [...types].filter(([type]) => !DIAGRAM_EVENTS.has(type)),
    ].map(average);
    const file = sizeOf(path);
    const { reading, outline } = await genericDiagrams();
    return [
      {
        key: 'sizes.demo',
        name: 'size of the demonstration log on disk (÷ its events as JSON)',
        ratio: file / bytes,
        detail: `${shown(events)} events; ${shown(others)} bytes per event, ${shown(diagrams)} with a diagram, which takes ${shown(reading)} ms to read`,
        figures: {
          event: [others, 'bytes'],
          diagram: [diagrams, 'bytes'],
          events: [events, 'events'],
          file: [file, 'bytes'],
          json: [bytes, 'bytes'],
          reading: [reading, 'ms'],
          outline: [outline, 'bytes'],
        },
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** @returns the row about the files of a generated log */
export function sizesOfMade({ dataDir, events }) {
  const [log, readModel] = ['log', 'read-model'].map((name) => sizeOf(join(dataDir, `${name}.sqlite`)));
  return {
    key: 'sizes.readModel',
    name: 'size of the read model on disk (÷ its log)',
    ratio: readModel / log,
    detail: `${shown(readModel / events)} bytes per event; the log ${shown(log / events)}`,
    figures: { readModel: [readModel / events, 'bytes'], log: [log / events, 'bytes'] },
  };
}

/**
 * Averages over the generic processes: milliseconds to read the diagram, and bytes of its outline in the read
 * model.
 */
async function genericDiagrams() {
  const diagrams = readdirSync('bpmn', { recursive: true })
    .filter((file) => file.endsWith('.bpmn'))
    .map((file) => readFileSync(join('bpmn', file)));
  const { all } = await alternating(
    { all: () => diagrams.forEach((bytes) => void readOutline(bytes)) },
    { rounds: 9, warmUp: 5 },
  );
  const outlines = diagrams.reduce(
    (sum, bytes) => sum + Buffer.byteLength(JSON.stringify(readOutline(bytes))),
    0,
  );
  return { reading: all / diagrams.length, outline: outlines / diagrams.length };
}

function average(types) {
  const sum = (what) => types.reduce((total, [, count]) => total + count[what], 0);
  return sum('bytes') / sum('events');
}

const sizeOf = (path) =>
  ['', '-wal'].reduce(
    (sum, suffix) => sum + (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
