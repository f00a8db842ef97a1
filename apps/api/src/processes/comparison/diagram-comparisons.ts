import { Injectable } from '@nestjs/common';
import { compareDiagrams, type DiagramComparison } from '../interim-bpmn.js';
import { standing, type ProcessState } from '#domain';
import { LeastRecentlyUsed } from '../../read-model/least-recently-used.js';
import { diagramText, StoredDiagrams } from '../stored-diagrams.js';

/** Bytes never change under their digest, so neither does what differs between two of them; the largest take a few megabytes. */
const KEPT = 24;

const NO_DIFFERENCE: DiagramComparison = { changes: [], renamedIds: [], layout: { moved: [] } };
/** What stands for a diagram that is not there yet. */
const NO_DIAGRAM = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>';

/** What differs between the diagrams of two states of a process; the ones asked for last are kept. */
@Injectable()
export class DiagramComparisons {
  private readonly kept = new LeastRecentlyUsed<DiagramComparison>(KEPT);

  constructor(private readonly diagrams: StoredDiagrams) {}

  /** Everything is added or removed where only one state has a diagram. */
  async between(id: string, before: ProcessState, after: ProcessState): Promise<DiagramComparison> {
    const digests = [before, after].map((state) => standing(state, 'diagram')?.digest ?? '');
    if (digests[0] === digests[1]) return NO_DIFFERENCE;
    const pair = digests.join(' ');
    const known = this.kept.get(pair, () => undefined);
    if (known) return known;
    const [was, is] = [await this.text(id, before), await this.text(id, after)];
    return this.kept.get(pair, () => compareDiagrams(was, is));
  }

  private async text(id: string, state: ProcessState): Promise<string> {
    return standing(state, 'diagram') ? diagramText((await this.diagrams.of(id, state)).bytes) : NO_DIAGRAM;
  }
}
