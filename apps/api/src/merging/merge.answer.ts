import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MergeConflict, MergedAnswer as Merged } from '#contract';
import { DiagramChangeAnswer } from '../comparison/index.js';

const CONFLICT_KINDS: MergeConflict['kind'][] = ['changed', 'removed', 'added', 'rerouted', 'layout'];

export class MergeConflictAnswer implements MergeConflict {
  @ApiProperty({
    description: 'Digest of element, property and the three values (kenmerk); what a choice names.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  id: string;

  @ApiProperty({ description: 'Id of the element (element).', example: 'Task_Beoordelen' })
  elementId: string;

  @ApiProperty({
    description: 'Its name (naam) at the base, else on the side that has it.',
    example: 'Aanvraag beoordelen',
  })
  elementName: string;

  @ApiProperty({ description: 'Its BPMN type (soort element).', example: 'userTask' })
  elementType: string;

  @ApiProperty({
    description:
      'Why it cannot go together (reden): both changed one property, one removed what the other changed or needs, both made something else of one new id, both led one flow elsewhere, or both drew it elsewhere.',
    enum: CONFLICT_KINDS,
    example: 'changed',
  })
  kind: MergeConflict['kind'];

  @ApiPropertyOptional({
    description: 'What of the element (eigenschap); absent where it is the element itself.',
    example: 'name',
  })
  property?: string;

  @ApiProperty({
    description: 'The value both began with (uitgangspunt); null where there was none.',
    type: String,
    nullable: true,
    example: 'Aanvraag toetsen',
  })
  base: string | null;

  @ApiProperty({
    description: 'What the sender wants (van u); null: nothing any more.',
    type: String,
    nullable: true,
    example: 'Aanvraag beoordelen',
  })
  mine: string | null;

  @ApiProperty({
    description: 'What was saved since (van de ander); null: nothing any more.',
    type: String,
    nullable: true,
    example: 'Aanvraag wegen',
  })
  theirs: string | null;
}

export class MergedAnswer implements Merged {
  @ApiProperty({ description: 'Id of the process (proces).', example: 'kapvergunning' })
  id: string;

  @ApiProperty({
    description: 'The version this made (versie); where nothing changed, the one that holds what came of it.',
    example: 13,
  })
  version: number;

  @ApiProperty({ description: 'The version that what was sent was made on (basis).', example: 9 })
  base: number;

  @ApiProperty({
    description: 'The version whose diagram it was brought together with (samengevoegd met).',
    example: 11,
  })
  mergedWith: number;

  @ApiProperty({
    description: 'What others had changed since, and so came along (meegenomen).',
    type: [DiagramChangeAnswer],
  })
  cameAlong: DiagramChangeAnswer[];
}
