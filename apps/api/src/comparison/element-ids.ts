import { Injectable } from '@nestjs/common';
import type { ComparisonWithIds } from '#bpmn';
import { idsWithDecisions, standing, type ProcessState } from '#domain';
import { HeldIds, StoredDiagrams } from '../diagrams/index.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { Outlines } from '../process-facts/index.js';
import { idsNow, type IdsNow } from './ids-now.js';

/** Finds out which ids at two states of a process are of the same elements. */
@Injectable()
export class ElementIds {
  constructor(
    private readonly readModel: ReadModel,
    private readonly diagrams: StoredDiagrams,
    private readonly held: HeldIds,
  ) {}

  /**
   * The same as `idsNow`, and also for decisions whose element is missing in one of the two diagrams: in the
   * other diagram, another element may have its id.
   */
  async between(
    process: string,
    before: ProcessState,
    after: ProcessState,
    diagrams: ComparisonWithIds,
  ): Promise<IdsNow> {
    const ids = new Map(idsNow(diagrams));
    for (const { id, wentTo } of await this.lapsed(process, before, after)) ids.set(id, wentTo);
    for (const { id, wentTo } of await this.lapsed(process, after, before)) {
      if (!ids.has(id)) ids.set(id, undefined);
      if (wentTo !== undefined && !ids.has(wentTo)) ids.set(wentTo, id);
    }
    return ids;
  }

  /** Decided ids that this state's diagram lacks, but that another element has in the other diagram. */
  private async lapsed(process: string, state: ProcessState, other: ProcessState) {
    const [own, others] = [this.inDiagramOf(state), this.inDiagramOf(other)];
    const saved = standing(other, 'diagram');
    if (!saved || !idsWithDecisions(state).decided.some((id) => !own.has(id) && others.has(id))) return [];
    const { diagram } = await this.diagrams.savedBy(process, saved.version);
    const held = await this.held.against(process, state, diagram);
    return held.filter(({ inForce }) => !inForce).flatMap(({ moved }) => moved);
  }

  /** The ids in the diagram that is in force in a state. */
  inDiagramOf(state: ProcessState): ReadonlySet<string> {
    const digest = standing(state, 'diagram')?.digest;
    return new Set(digest === undefined ? [] : this.readModel.reader(Outlines).get(digest)?.ids);
  }
}
