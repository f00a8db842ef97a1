import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fileName, type ExportDecisions } from '#bpmn';
import type { ProcessAnswer } from '../processes/index.js';
import { standing } from '#domain';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import type { Language } from '../platform/http/problems/problem-kind.js';
import { Names } from '../platform/http/access/names.js';
import { cutOf, KnownProcesses, processAnswer, type VersionOrMoment } from '../processes/index.js';
import { DIAGRAM_PROBLEMS } from './diagram.problems.js';
import { pictureLetters } from './picture-letters.js';
import { Outlines } from '../process-facts/index.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { DiagramWork } from './work/diagram-work.js';
import { LogProbe } from '../platform/log/log-probe.js';
import { StoredDiagrams } from './stored-diagrams.js';

export const EXPORT_FORMATS = ['bpmn', 'svg'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Exported {
  /** Its name: that of the process at the time, and the version asked for. */
  file: string;
  text: string;
}

/** A diagram with what was decided on it: as BPMN in our namespace, or as a picture. */
export class ExportProcess extends Query<Exported> {
  constructor(
    readonly id: string,
    readonly asked: VersionOrMoment,
    readonly format: ExportFormat,
    /** Language of the legend of a picture. */
    readonly language: Language,
  ) {
    super();
  }
}

@QueryHandler(ExportProcess)
export class ExportProcessHandler implements IQueryHandler<ExportProcess> {
  constructor(
    private readonly processes: KnownProcesses,
    private readonly diagrams: StoredDiagrams,
    private readonly log: LogProbe,
    private readonly names: Names,
    private readonly readModel: ReadModel,
    private readonly work: DiagramWork,
  ) {}

  async execute({ id, asked, format, language }: ExportProcess): Promise<Exported> {
    const process = this.processes.find(id);
    const shown = this.processes.state(process, this.processes.version(process, asked));
    const { bytes } = await this.log.whileAnswering(this.diagrams.of(id, shown.state));
    const outline = this.readModel.reader(Outlines).get(standing(shown.state, 'diagram')!.digest)!;
    const name = standing(shown.state, 'name')?.name ?? id;
    const version = `v${shown.state.version}`;
    if (format === 'bpmn') {
      const told = processAnswer(id, shown, outline, (person) => this.names.of(person));
      const text = await this.work.do('withDecisions', bytes, decisionsOf(told));
      // The suffix separates it from the saved drawing, which has no knips in it.
      return { file: fileName(name, [version, 'knips'], 'bpmn'), text };
    }
    const options = { title: name, language, letters: pictureLetters() };
    const svg = await this.work.do('picture', bytes, cutOf(outline, shown.state), options);
    if (svg === undefined)
      throw new ProblemException(DIAGRAM_PROBLEMS.drawingAbsent, {
        params: { name, version: shown.state.version },
      });
    return { file: fileName(name, [version], 'svg'), text: svg };
  }
}

/** What travels in the diagram. An agreement made for other steps than these is left behind. */
function decisionsOf({
  steps,
  channels,
  handovers,
}: Pick<ProcessAnswer, 'steps' | 'channels' | 'handovers'>): ExportDecisions {
  return {
    ...(channels && { channels }),
    steps: steps.flatMap(({ id, decidable, knip, binding, channels: own, dataRequests }) =>
      id === undefined || !decidable
        ? []
        : [
            {
              id,
              ...(knip && { knip }),
              ...(binding && { binding }),
              ...(own && { channels: own }),
              ...(dataRequests && { dataRequests: dataRequests.data }),
            },
          ],
    ),
    handovers: handovers.flatMap(({ flowId, decidable, from, to, before, after, agreement }) =>
      flowId === undefined || !decidable
        ? []
        : [
            {
              flowId,
              from,
              to,
              before,
              after: [after],
              ...(agreement && !agreement.outdated && { agreement }),
            },
          ],
    ),
  };
}
