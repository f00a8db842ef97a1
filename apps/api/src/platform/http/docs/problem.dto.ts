import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Problem } from '#contract';
import { HistoryItemAnswer } from '../../../history/history.answer.js';
import { MergeConflictAnswer } from '../../../merging/merge.answer.js';

export class FieldErrorAnswer {
  @ApiProperty({
    description: 'Field, header or parameter (veld); members of lists by their number.',
    example: 'alternatives.2',
  })
  field: string;

  @ApiProperty({
    description: 'What is wrong with it, in the language asked for (melding).',
    example: 'moet tekst hebben van 1 tot 4000 tekens',
  })
  message: string;
}

/** RFC 9457. */
export class ProblemAnswer implements Problem {
  @ApiProperty({
    description: 'Lasting name of the kind of problem (soort).',
    example: 'urn:knipkaart:problem:bound-to-other-side',
  })
  type: string;

  @ApiProperty({ description: 'The kind of problem in words (titel).', example: 'Wettelijk gebonden' })
  title: string;

  @ApiProperty({ description: 'The HTTP status (status).', example: 409 })
  status: number;

  @ApiProperty({
    description: 'What is the matter, and what to do (toelichting).',
    example:
      'De stap “Besluit_nemen” is wettelijk gebonden aan de backoffice (Awb art. 10:3). Hef eerst de binding op, met een reden.',
  })
  detail: string;

  @ApiPropertyOptional({ description: 'Every field that is not right (fouten).', type: [FieldErrorAnswer] })
  errors?: FieldErrorAnswer[];

  @ApiPropertyOptional({
    description:
      'With 412: the newest version (versie); with 409 on a merge: the version of the diagram that it cannot go together with.',
    example: 14,
  })
  version?: number;

  @ApiPropertyOptional({
    description: 'With 412: what was decided since the version seen (wijzigingen).',
    type: () => [HistoryItemAnswer],
  })
  changes?: HistoryItemAnswer[];

  @ApiPropertyOptional({
    description: 'With 409 on a merge: all that cannot go together (botsingen), chosen on or not.',
    type: () => [MergeConflictAnswer],
  })
  conflicts?: MergeConflictAnswer[];
}
