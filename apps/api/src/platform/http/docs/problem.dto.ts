import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

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
export class ProblemAnswer {
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
}
