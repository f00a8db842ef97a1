import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ComparisonAnswer, DecisionChange } from './comparison.answer.js';
import { decisionsBetween, standing } from '#domain';
import { FIELDS } from '../platform/http/problems/field.problems.js';
import { invalidInput, ProblemException } from '../platform/http/problems/problem-exception.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { looksLikeMoment, parseMoment } from '../platform/http/reading/moment.js';
import { Outlines } from '../process-facts/index.js';
import { type KnownProcess, KnownProcesses } from '../processes/index.js';
import { ToldHistory, type HistoryItem } from '../history/index.js';
import { COMPARISON_FIELDS, COMPARISON_PROBLEMS } from './comparison.problems.js';
import { compared, type ComparedSide } from './compared.js';
import { ElementIds } from './element-ids.js';
import type { IdsNow } from './ids-now.js';
import { DiagramComparisons } from './diagram-comparisons.js';

export class ShowComparison extends Query<ComparisonAnswer> {
  constructor(
    readonly id: string,
    /** Digits: a version; RFC 3339: a moment; else the name of a milestone. */
    readonly from: string,
    /** The newest version where it is left out. */
    readonly to: string | undefined,
  ) {
    super();
  }
}

/** What begins so names something else than a version; names of milestones never do. */
const KEPT_FREE = /^(proposal|pilot):/i;

@QueryHandler(ShowComparison)
export class ShowComparisonHandler implements IQueryHandler<ShowComparison> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly processes: KnownProcesses,
    private readonly told: ToldHistory,
    private readonly comparisons: DiagramComparisons,
    private readonly ids: ElementIds,
  ) {}

  async execute({ id, from, to }: ShowComparison): Promise<ComparisonAnswer> {
    const process = this.processes.find(id);
    const [before, after] = [
      this.side(process, 'from', from),
      this.side(process, 'to', to ?? String(process.latest)),
    ];
    const diagrams = await this.comparisons.between(id, before.state, after.state);
    const ids = await this.ids.between(id, before.state, after.state, diagrams);
    const told = (version: number) => this.told.at(process.no, version);
    const later = this.ids.inDiagramOf(after.state);
    const decisions = decisionsBetween(before.state, after.state, ids, (one) => later.has(one)).map(
      ({ kind, change, before: stood, after: stands }): DecisionChange => ({
        kind,
        change,
        ...(stood !== undefined && { before: this.named(told(stood), before, ids) }),
        ...(stands !== undefined && {
          after: change === 'ended' ? told(stands) : this.named(told(stands), after, ids),
        }),
      }),
    );
    return {
      from: before.state.version,
      to: after.state.version,
      ...compared(before, after, diagrams, decisions),
    };
  }

  /** A decision whose id changed hands is about the element that has the id on its side. */
  private named(item: HistoryItem, { state }: ComparedSide, ids: IdsNow): HistoryItem {
    const id = item.elementId ?? item.flowId;
    const digest = standing(state, 'diagram')?.digest;
    if (id === undefined || digest === undefined || !ids.has(id)) return item;
    const elementName = this.readModel.reader(Outlines).elementName(digest, id);
    return elementName === undefined ? item : { ...item, elementName };
  }

  private side(process: KnownProcess, field: string, asked: string): ComparedSide {
    const { state } = this.processes.state(process, this.version(process, field, asked));
    const digest = standing(state, 'diagram')?.digest;
    return { state, outline: digest === undefined ? undefined : this.readModel.reader(Outlines).get(digest) };
  }

  private version(process: KnownProcess, field: string, asked: string): number {
    if (/^\d+$/.test(asked)) return this.processes.version(process, { version: Number(asked) });
    if (looksLikeMoment(asked)) {
      const at = parseMoment(asked);
      if (at === undefined) throw invalidInput({ field, kind: FIELDS.moment });
      return this.processes.version(process, { at });
    }
    const prefix = KEPT_FREE.exec(asked)?.[0];
    if (prefix !== undefined)
      throw invalidInput({ field, kind: COMPARISON_FIELDS.keptFree, params: { prefix } });
    const milestone = standing(this.processes.state(process, process.latest).state, 'milestone', asked);
    if (!milestone)
      throw new ProblemException(COMPARISON_PROBLEMS.milestoneUnknown, {
        params: { name: this.processes.name(process), milestone: asked },
      });
    return milestone.version;
  }
}
