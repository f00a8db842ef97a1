import { Inject, Injectable } from '@nestjs/common';
import { processStream, standing, type ProcessState, type StoredDiagram } from '#domain';
import type { EventStore } from '#event-store';
import { EVENT_STORE } from '../server/event-store.token.js';
import { ProblemException } from '../problems/problem-exception.js';
import { diagramBytes } from '../read-model/diagram-bytes.js';

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
      throw new ProblemException('diagramAbsent', { params: { name: standing(state, 'name')?.name ?? id, version: state.version } });
    }
    const [event] = await this.store.readStream(processStream(id), { from: shown.version, limit: 1 });
    return { ...shown, bytes: diagramBytes((event!.data as unknown as { diagram: StoredDiagram }).diagram) };
  }
}
