import { ApiPropertyOptional } from '@nestjs/swagger';
import { ProblemAnswer } from '../platform/http/docs/problem.dto.js';
import { MergeConflictAnswer } from './merge.answer.js';

/** 409 on a merge. */
export class MergeProblemAnswer extends ProblemAnswer {
  @ApiPropertyOptional({
    description: 'The version of the diagram that it cannot go together with (versie).',
    example: 14,
  })
  version?: number;

  @ApiPropertyOptional({
    description: 'All that cannot go together (botsingen), chosen on or not.',
    type: [MergeConflictAnswer],
  })
  conflicts?: MergeConflictAnswer[];
}
