import { Injectable } from '@nestjs/common';
import { compareDiagrams, type DiagramComparison } from '#bpmn';
import { standing, type ProcessState } from '#domain';
import { LeastRecentlyUsed } from '../../read-model/least-recently-used.js';
import { diagramText, StoredDiagrams } from '../stored-diagrams.js';

/** Bytes never change under their digest, so neither does what differs between two of them; the largest take a few megabytes. */
const KEPT = 24;

const NO_DIFFERENCE: DiagramComparison = { changes: [], renamedIds: [], layout: { moved: [] } };

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
    return this.kept.get(pair, () => (was === undefined || is === undefined ? withOne(was, is) : compareDiagrams(was, is)));
  }

  private async text(id: string, state: ProcessState): Promise<string | undefined> {
    return standing(state, 'diagram') && diagramText((await this.diagrams.of(id, state)).bytes);
  }
}

/** Held against an empty file; what the file as a whole says, such as its target namespace, is no change from nothing. */
function withOne(before = '', after = ''): DiagramComparison {
  const { changes, ...rest } = compareDiagrams(before, after);
  return { ...rest, changes: changes.filter(({ kind }) => kind === 'added' || kind === 'removed') };
}
