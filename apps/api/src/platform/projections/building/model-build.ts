import type { JsonObject, Metadata, Position } from '#event-store';
import type { OutlineText } from '../outline-text.js';
import { createReadModelFile } from '../read-model-file.js';
import { Tables } from '../tables.js';
import type { EventToDigest } from '../writing/digest-event.js';

/** What was read from a diagram, as JSON, or why it could not be read. */
export type ReadDiagram = { outline: string } | { failure: string };

/**
 * An event on its way to whoever applies it: its data as JSON, and what is used of its metadata; texts in a
 * row cross to a thread at a tenth of the cost of objects.
 */
export type BuildEvent = readonly [
  stream: string,
  version: number,
  position: Position,
  type: string,
  data: string,
  hash: string,
  at: string,
  actor: string,
  commandId: string,
  demo: Metadata['demo'],
  schemaVersion: number,
];

/**
 * The next events of the log, with what was read from diagrams among them, by their place in the page; the
 * others are read here.
 */
export interface BuildPage {
  events: readonly BuildEvent[];
  diagrams: readonly (readonly [index: number, read: ReadDiagram])[];
}

/**
 * A read model in the making: filled from the first event on by the same projection that follows the log, and
 * of use to nobody until it is complete.
 */
export class ModelBuild {
  private readonly tables: Tables;
  /** By the diagram as it stands in the event that is applied. */
  private readonly diagrams = new Map<unknown, ReadDiagram>();

  /** @param path of the file; what stands there is replaced */
  constructor(path: string, outlineText: OutlineText) {
    this.tables = new Tables(createReadModelFile(path), (diagram) => {
      const read = this.diagrams.get(diagram);
      if (!read) return outlineText(diagram);
      if ('failure' in read) throw new Error(read.failure);
      return read.outline;
    });
  }

  apply({ events, diagrams }: BuildPage): void {
    const parsed = events.map(toDigest);
    this.diagrams.clear();
    for (const [index, read] of diagrams) this.diagrams.set(parsed[index]!.data['diagram'], read);
    this.tables.fill(parsed);
  }

  /** Makes what was put off, marks the file as usable and lets go of it. */
  complete(): void {
    this.tables.complete();
    this.close();
  }

  close(): void {
    if (this.tables.db.isOpen) this.tables.db.close();
  }
}

function toDigest([
  stream,
  version,
  position,
  type,
  text,
  hash,
  at,
  actor,
  commandId,
  demo,
  schemaVersion,
]: BuildEvent): EventToDigest {
  return {
    stream,
    version,
    position,
    type,
    data: JSON.parse(text) as JsonObject,
    metadata: { hash, at, actor, commandId, demo, schemaVersion },
    text,
  };
}
