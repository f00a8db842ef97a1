import { Injectable } from '@nestjs/common';
import { SeenRefusal, standing, type OnProcess, type ProcessState } from '#domain';
import { EarlierStates } from './earlier-states.js';
import { HeldIds } from './held-ids.js';

/** Whether an id still stands on the element that the person saw. */
@Injectable()
export class SeenElements {
  constructor(
    private readonly earlier: EarlierStates,
    private readonly held: HeldIds,
  ) {}

  /**
   * Reads nothing unless the diagram changed after the version seen.
   * @throws SeenRefusal when another element has the id since
   */
  async assertSame(state: ProcessState, { process, seen }: OnProcess, id: string): Promise<void> {
    const inForce = standing(state, 'diagram');
    if (seen === undefined || !inForce || inForce.version <= seen) return;
    const then = standing(await this.earlier.of(process, seen), 'diagram');
    if (!then || then.digest === inForce.digest) return;
    if (!(await this.held.isAnothers(process, [then.version, inForce.version], id))) return;
    throw new SeenRefusal('seenStale', {
      name: standing(state, 'name')?.name ?? process,
      resource: 'process.diagram',
      key: '',
      changed: inForce.version,
      seen,
    });
  }
}
