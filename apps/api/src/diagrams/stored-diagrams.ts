import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { decodeXml } from '#bpmn';
import { processAggregate, processStream, standing, type ProcessDataOf, type ProcessState } from '#domain';
import type { EventStore } from '#event-store';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { diagramBytes } from '../process-facts/index.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { DiagramsInForce } from './diagrams-in-force.js';
import { DIAGRAM_PROBLEMS } from './diagram.problems.js';

/** A diagram as it was sent, and the version that saved it. */
export interface SavedDiagram {
  bytes: Buffer;
  digest: string;
  version: number;
}

/** Bytes of older diagrams that are kept in memory, the ones looked at last. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** The bytes of diagrams: those in force from the read model, older ones from the log. */
@Injectable()
export class StoredDiagrams {
  private readonly lookedAt = new LRUCache<string, Buffer>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ length }) => length + 1,
  });

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
  ) {}

  /** The diagram that a process had in a state. @throws ProblemException when it had none yet */
  async of(id: string, state: ProcessState): Promise<SavedDiagram> {
    const shown = standing(state, 'diagram');
    if (!shown) {
      throw new ProblemException(DIAGRAM_PROBLEMS.diagramAbsent, {
        params: { name: standing(state, 'name')?.name ?? id, version: state.version },
      });
    }
    return { ...shown, bytes: this.kept(id, shown.digest) ?? (await this.fetched(id, shown)) };
  }

  /** A diagram that is available without the log. */
  private kept(id: string, digest: string): Buffer | undefined {
    const inForce = this.readModel.reader(DiagramsInForce).get(processStream(id), digest);
    return inForce ? diagramBytes(inForce) : this.lookedAt.get(digest);
  }

  private async fetched(id: string, { version, digest }: Omit<SavedDiagram, 'bytes'>): Promise<Buffer> {
    const bytes = diagramBytes((await this.savedBy(id, version)).diagram);
    this.lookedAt.set(digest, bytes);
    return bytes;
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
