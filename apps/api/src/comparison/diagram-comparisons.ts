import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { ComparisonWithIds } from '#bpmn';
import { standing, type ProcessState } from '#domain';
import { LogProbe } from '../platform/log/log-probe.js';
import { diagramText, DiagramWork, StoredDiagrams } from '../diagrams/index.js';

/**
 * Bytes never change under their digest, so neither does what differs between two of them; the largest take a
 * few megabytes.
 */
const KEPT = 24;

const NO_DIFFERENCE: ComparisonWithIds = {
  changes: [],
  renamedIds: [],
  layout: { moved: [] },
  movedIds: [],
};

/** What differs between the diagrams of two states of a process; the ones asked for last are kept. */
@Injectable()
export class DiagramComparisons {
  private readonly kept = new LRUCache<string, Promise<ComparisonWithIds>>({ max: KEPT });

  constructor(
    private readonly diagrams: StoredDiagrams,
    private readonly log: LogProbe,
    private readonly work: DiagramWork,
  ) {}

  /** Everything is added or removed where only one state has a diagram. */
  async between(id: string, before: ProcessState, after: ProcessState): Promise<ComparisonWithIds> {
    const digests = [before, after].map((state) => standing(state, 'diagram')?.digest ?? '');
    if (digests[0] === digests[1]) return NO_DIFFERENCE;
    const pair = digests.join(' ');
    const comparison = this.kept.get(pair) ?? this.made(id, before, after);
    this.kept.set(pair, comparison);
    try {
      return await comparison;
    } catch (error) {
      this.kept.delete(pair);
      throw error;
    }
  }

  private async made(id: string, before: ProcessState, after: ProcessState): Promise<ComparisonWithIds> {
    const [was, is] = [await this.text(id, before), await this.text(id, after)];
    const { changes, ...rest } = await this.work.do('compare', was ?? '', is ?? '');
    if (was !== undefined && is !== undefined) return { ...rest, changes };
    // What a file says as a whole, such as its target namespace, is no change from nothing.
    return { ...rest, changes: changes.filter(({ kind }) => kind === 'added' || kind === 'removed') };
  }

  private async text(id: string, state: ProcessState): Promise<string | undefined> {
    return (
      standing(state, 'diagram') &&
      diagramText((await this.log.whileAnswering(this.diagrams.of(id, state))).bytes)
    );
  }
}
