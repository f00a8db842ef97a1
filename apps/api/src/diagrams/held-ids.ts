import { Injectable } from '@nestjs/common';
import { idsWithDecisions, standing, type HeldAgainst, type ProcessState, type StoredDiagram } from '#domain';
import { diagramBytes } from '../process-facts/index.js';
import { changedId } from './changed-id.js';
import { EarlierStates } from './earlier-states.js';
import { diagramText, StoredDiagrams } from './stored-diagrams.js';
import { DiagramWork } from './work/diagram-work.js';

/** Compares a new diagram with the earlier diagrams that have the ids of decisions. */
@Injectable()
export class HeldIds {
  constructor(
    private readonly diagrams: StoredDiagrams,
    private readonly earlier: EarlierStates,
    private readonly work: DiagramWork,
  ) {}

  /**
   * Looks for each id in the last diagram that had it: mostly the one in force. An older one is looked for
   * only where the new diagram uses the id of something that lapsed. Nothing is read without decisions.
   */
  async against(process: string, state: ProcessState, diagram: StoredDiagram): Promise<HeldAgainst[]> {
    const { decided, named } = idsWithDecisions(state);
    const inForce = standing(state, 'diagram');
    if (decided.length === 0 || !inForce) return [];
    const after = diagramText(diagramBytes(diagram));
    const asked = [...new Set([...decided, ...named])];
    const { had, has, moved } = await this.between(process, inForce.version, after, asked, { inForce: true });
    const held: HeldAgainst[] = [{ inForce: true, ids: had, moved }];
    let open = without(has, had);
    for (let version: number | undefined = inForce.version; open.length > 0; ) {
      version = await this.earlier.lastDiagramWith(process, version, open);
      if (version === undefined) break;
      const older = await this.between(process, version, after, open, { inForce: false });
      held.push({ inForce: false, ids: older.had, moved: older.moved });
      open = without(open, older.had);
    }
    return held;
  }

  /** Whether another element has an id in a later diagram of a process, or may have it. */
  async isAnothers(process: string, [before, after]: [number, number], id: string): Promise<boolean> {
    const { diagram } = await this.diagrams.savedBy(process, after);
    const { moved } = await this.between(process, before, diagramText(diagramBytes(diagram)), [id], {
      inForce: true,
    });
    return moved.some(({ has }) => has);
  }

  private async between(
    process: string,
    version: number,
    after: string,
    asked: string[],
    { inForce }: Pick<HeldAgainst, 'inForce'>,
  ) {
    const { diagram } = await this.diagrams.savedBy(process, version);
    const between = await this.work.do(
      'idsBetween',
      diagramText(diagramBytes(diagram)),
      after,
      asked,
      inForce,
    );
    return { ...between, moved: between.moved.map(changedId) };
  }
}

function without(ids: readonly string[], others: readonly string[]): string[] {
  const left = new Set(ids);
  for (const id of others) left.delete(id);
  return [...left];
}
