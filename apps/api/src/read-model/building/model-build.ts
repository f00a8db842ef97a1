import { parsedEvent, type RawEvent } from '#event-store';
import type { OutlineText } from '../outline-text.js';
import { createReadModelFile } from '../read-model-file.js';
import { Tables } from '../tables.js';
import type { EventToDigest } from '../writing/digest-event.js';

/** What was read from a diagram, as JSON, or why it could not be read. */
export type ReadDiagram = { outline: string } | { failure: string };

/** The next events of the log, with what was read from diagrams among them, by their place in the page; the others are read here. */
export interface BuildPage {
  events: readonly RawEvent[];
  diagrams: readonly (readonly [index: number, read: ReadDiagram])[];
}

/** A read model in the making: filled from the first event on by the same projection that follows the log, and of use to nobody until it is complete. */
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
    const parsed: EventToDigest[] = events.map((event) => Object.assign(parsedEvent(event), { text: event[4] }));
    this.diagrams.clear();
    for (const [index, read] of diagrams) this.diagrams.set(parsed[index]!.data['diagram'], read);
    this.tables.apply(parsed, false);
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
