import { ApiProperty } from '@nestjs/swagger';
import { ProblemAnswer } from '../platform/http/docs/problem.dto.js';
import { HistoryItemAnswer } from './history.answer.js';

/** 412: the resource changed since the version seen. */
export class StaleProblemAnswer extends ProblemAnswer {
  @ApiProperty({ description: 'The newest version (versie).', example: 14 })
  version: number;

  @ApiProperty({
    description: 'What was decided since the version seen (wijzigingen).',
    type: [HistoryItemAnswer],
  })
  changes: HistoryItemAnswer[];
}
