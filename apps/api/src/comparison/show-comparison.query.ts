import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ComparisonAnswer, DecisionChange } from './comparison.answer.js';
import { decisionsBetween, lastChange, standing, type ComparedKind } from '#domain';
import { FIELDS } from '../platform/http/problems/field.problems.js';
import { invalidInput, ProblemException } from '../platform/http/problems/problem-exception.js';
import { Settings } from '../platform/environment/settings.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { looksLikeMoment, parseMoment } from '../platform/http/reading/moment.js';
import { Outlines } from '../process-facts/index.js';
import { type KnownProcess, KnownProcesses } from '../processes/index.js';
import { ToldHistory, type HistoryItem } from '../history/index.js';
import { COMPARISON_FIELDS, COMPARISON_PROBLEMS } from './comparison.problems.js';
import { answered } from './answered.js';
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
    /** How many changes to skip. */
    readonly after = 0,
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
    private readonly settings: Settings,
  ) {}

  async execute({ id, from, to, after: skipped }: ShowComparison): Promise<ComparisonAnswer> {
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
      ({ kind, change, before: stood, after: stands }): DecisionChange => {
        const was = stood === undefined ? undefined : told(stood);
        const found = stands === undefined ? undefined : this.named(told(stands), after, ids);
        const isOpen = change === 'ended' && (found === undefined || found.carriedTo !== undefined);
        const is = isOpen ? this.endBefore(process, kind, was!, [before, after], ids) : found;
        return {
          kind,
          change,
          ...(was && { before: this.named(was, before, ids) }),
          ...(is && { after: is }),
        };
      },
    );
    return {
      from: before.state.version,
      to: after.state.version,
      ...answered(compared(before, after, diagrams, decisions), this.settings.bounds, skipped),
    };
  }

  /**
   * What ended a decision whose id changed since, where only the history tells: under a later id of its
   * element, or under its own as long as the diagram was the same.
   */
  private endBefore(
    process: KnownProcess,
    kind: ComparedKind,
    was: HistoryItem,
    [before, after]: [ComparedSide, ComparedSide],
    ids: IdsNow,
  ): HistoryItem | undefined {
    const own = was.elementId ?? was.flowId;
    if (own === undefined || !ids.has(own)) return undefined;
    const diagramAt = (version: number) =>
      standing(this.processes.state(process, version).state, 'diagram')?.digest;
    for (const id of [ids.get(own), own]) {
      const at = id === undefined || after.state[kind].has(id) ? 0 : (lastChange(after.state, kind, id) ?? 0);
      if (at <= before.state.version) continue;
      const ended = this.told.at(process.no, at);
      // One that went along with its step to another id did not end by that.
      if (ended.carriedTo !== undefined) continue;
      const isOfElement =
        id === own ? diagramAt(at) === diagramAt(before.state.version) : ended.element === was.element;
      if (isOfElement) return ended;
    }
    return undefined;
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
