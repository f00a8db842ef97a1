import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Outline } from '#bpmn';
import type { ChangesAnswer, SideCounts } from '#contract';
import { standing, type ProcessState } from '#domain';
import { invalidInput, ProblemException } from '../../problems/problem-exception.js';
import { ReadModel } from '../../read-model/read-model.js';
import { looksLikeMoment, parseMoment } from '../../reading/moment.js';
import { changedFacts, changedSteps, toldChange } from '../changes.js';
import { KnownProcesses, type KnownProcess } from '../known-process.js';
import { cutOf } from '../process-answer.js';
import { ToldHistory } from '../told-history.js';

export class ShowChanges extends Query<ChangesAnswer> {
  constructor(
    readonly id: string,
    /** Digits: a version; RFC 3339: a moment; else the name of a milestone. */
    readonly from: string,
    readonly to: string | undefined,
  ) {
    super();
  }
}

const NO_COUNTS: SideCounts = { front: 0, back: 0, unknown: 0, undecided: 0, handovers: 0 };

@QueryHandler(ShowChanges)
export class ShowChangesHandler implements IQueryHandler<ShowChanges> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly processes: KnownProcesses,
    private readonly told: ToldHistory,
  ) {}

  async execute({ id, from, to }: ShowChanges): Promise<ChangesAnswer> {
    const process = this.processes.find(id);
    const [earlier, later] = [this.state(process, 'from', from), this.state(process, 'to', to ?? String(process.latest))];
    if (earlier.version > later.version) throw invalidInput({ field: 'from', code: 'notAfter', params: { other: 'to' } });
    const [before, after] = [this.outline(earlier), this.outline(later)];
    return {
      from: earlier.version,
      to: later.version,
      decisions: changedFacts(earlier, later).map((fact) => toldChange(fact, (version) => this.told.at(process.no, version))),
      steps: changedSteps(before, after),
      counts: {
        from: before ? cutOf(before, earlier).counts : NO_COUNTS,
        to: after ? cutOf(after, later).counts : NO_COUNTS,
      },
    };
  }

  private state(process: KnownProcess, field: string, asked: string): ProcessState {
    return this.processes.state(process, this.version(process, field, asked)).state;
  }

  private version(process: KnownProcess, field: string, asked: string): number {
    if (/^\d+$/.test(asked)) return this.processes.version(process, { version: Number(asked) });
    if (looksLikeMoment(asked)) {
      const at = parseMoment(asked);
      if (at === undefined) throw invalidInput({ field, code: 'moment' });
      return this.processes.version(process, { at });
    }
    const milestone = standing(this.processes.state(process, process.latest).state, 'milestone', asked);
    if (!milestone) throw new ProblemException('milestoneUnknown', { params: { name: this.processes.name(process), milestone: asked } });
    return milestone.version;
  }

  private outline(state: ProcessState): Outline | undefined {
    const digest = standing(state, 'diagram')?.digest;
    return digest === undefined ? undefined : this.readModel.outline(digest);
  }
}
