import { readDiagram, type Outline } from '#bpmn';
import type { StoredDiagram } from '#domain';
import { diagramBytes } from './diagram-bytes.js';

/** An outline as the read model keeps it: with every id that stands once in the file, on any element. */
export interface KeptOutline extends Outline {
  ids: string[];
}

/** Reads the bytes of a diagram. @throws Error when it cannot be read */
export type ReadOutline = (bytes: Buffer) => KeptOutline;

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

export const outlineText =
  (readOutline: ReadOutline): OutlineText =>
  (diagram) =>
    JSON.stringify(readOutline(diagramBytes(diagram)));
