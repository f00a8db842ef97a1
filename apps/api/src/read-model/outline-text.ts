import type { Outline } from '#bpmn';
import type { StoredDiagram } from '#domain';
import { diagramBytes } from './diagram-bytes.js';

/** Reads the bytes of a diagram. @throws Error when it cannot be read */
export type ReadOutline = (bytes: Buffer) => Outline;

/** What matters of a diagram, as JSON. @throws Error when it cannot be read */
export type OutlineText = (diagram: StoredDiagram) => string;

export const outlineText = (readOutline: ReadOutline): OutlineText => (diagram) => JSON.stringify(readOutline(diagramBytes(diagram)));
