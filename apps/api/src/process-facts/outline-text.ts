import { LRUCache } from 'lru-cache';
import { readDiagram, readNewDiagram, type DiagramProblem, type Outline } from '#bpmn';
import type { StoredDiagram } from '#domain';
import { diagramBytes } from './diagram-bytes.js';

/** An outline as the read model keeps it: with every id that stands once in the file, on any element. */
export interface KeptOutline extends Outline {
  ids: string[];
}

/** Reads the bytes of a diagram. @throws Error when it cannot be read */
export type ReadOutline = (bytes: Buffer) => KeptOutline;

/** The bytes of a diagram as they are stored, read: their outline as JSON, or what is wrong with them. */
export type Checked = { outline: string } | { problems: DiagramProblem[] };

/** Reads the bytes of a new diagram once, to check them and for their outline. */
export function checked(bytes: Uint8Array): Checked {
  const reading = readNewDiagram(bytes);
  return reading.ok
    ? { outline: JSON.stringify({ ...reading.diagram.outline, ids: reading.diagram.ids }) }
    : { problems: reading.problems };
}

/** The outline of an accepted diagram, as it is stored. @throws Error that names what is wrong with it */
export const readOutline: ReadOutline = (bytes) => {
  const reading = readDiagram(bytes);
  if (!reading.ok)
    throw new Error(
      `The diagram cannot be read (${reading.problems.map((problem) => problem.code).join(', ')}).`,
    );
  return { ...reading.diagram.outline, ids: reading.diagram.ids };
};

/** The outline of a diagram, as JSON. @throws Error when it cannot be read */
export type OutlineText = (diagram: StoredDiagram) => string;

/** Characters of outlines that wait for the read model. */
const AHEAD_LENGTH = 32 * 1024 * 1024;

/**
 * Outlines of diagrams that were read when they were checked, by digest, until the read model takes them: so
 * no diagram is read twice, nor a large one where it would keep others waiting.
 */
export class OutlinesAhead {
  private readonly made = new LRUCache<string, string>({
    maxSize: AHEAD_LENGTH,
    sizeCalculation: ({ length }) => length,
  });

  keep(digest: string, outline: string): void {
    this.made.set(digest, outline);
  }

  take(digest: string): string | undefined {
    const outline = this.made.get(digest);
    this.made.delete(digest);
    return outline;
  }
}

/** Those of this service. */
export const OUTLINES_AHEAD = new OutlinesAhead();

export const outlineText =
  (readOutline: ReadOutline, ahead?: OutlinesAhead): OutlineText =>
  (diagram) =>
    ahead?.take(diagram.digest) ?? JSON.stringify(readOutline(diagramBytes(diagram)));
