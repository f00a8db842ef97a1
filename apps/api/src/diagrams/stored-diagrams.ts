import { Inject, Injectable } from '@nestjs/common';
import { decodeXml } from '#bpmn';
import { processAggregate, processStream, standing, type ProcessDataOf, type ProcessState } from '#domain';
import type { EventStore } from '#event-store';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { diagramBytes } from '../process-facts/index.js';
import { DIAGRAM_PROBLEMS } from './diagram.problems.js';

/** A diagram as it was sent, and the version that saved it. */
export interface SavedDiagram {
  bytes: Buffer;
  digest: string;
  version: number;
}

/** Fetches the bytes of diagrams from the log: the read model does not copy them. */
@Injectable()
export class StoredDiagrams {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** The diagram that a process had in a state. @throws ProblemException when it had none yet */
  async of(id: string, state: ProcessState): Promise<SavedDiagram> {
    const shown = standing(state, 'diagram');
    if (!shown) {
      throw new ProblemException(DIAGRAM_PROBLEMS.diagramAbsent, {
        params: { name: standing(state, 'name')?.name ?? id, version: state.version },
      });
    }
    const { diagram } = await this.savedBy(id, shown.version);
    return { ...shown, bytes: diagramBytes(diagram) };
  }

  /** What the event of a version says that saved a diagram. @param version one that did */
  async savedBy(id: string, version: number): Promise<Saved> {
    const [event] = await this.store.readStream(processStream(id), { from: version, limit: 1 });
    const { type, data, metadata } = event!;
    return processAggregate.current({ type, data, schemaVersion: metadata.schemaVersion }).data as Saved;
  }
}

/** `mergedWith` only where it came of a merge. */
type Saved = ProcessDataOf<'DiagramSaved'> & Partial<Pick<ProcessDataOf<'DiagramMerged'>, 'mergedWith'>>;

/** The text of a diagram that was saved, without byte order mark. @throws Error when it is none */
export function diagramText(bytes: Uint8Array): string {
  const decoded = decodeXml(bytes);
  if (!decoded.ok) throw new Error('A diagram that was read before cannot be read.');
  return decoded.text;
}
