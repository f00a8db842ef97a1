import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Written } from '#contract';
import { isReservedMilestoneName } from '#domain';
import { IsFreeText, IsLine, IsWholeNumber, MayBeLeftOut, rule } from '../platform/http/rules.js';
import { PROCESS_FIELDS } from './process.problems.js';

const IsMilestoneName = () =>
  rule(PROCESS_FIELDS.milestoneName, (value) => typeof value !== 'string' || !isReservedMilestoneName(value));

export class ReasonBody {
  @ApiProperty({
    description: 'Why (reden); at most 4,000 characters.',
    example: 'Samengevoegd met de omgevingsvergunning.',
  })
  @IsFreeText()
  reason: string;
}

export class RegisterProcessBody {
  @ApiProperty({ description: 'Name of the process (naam van het proces).', example: 'Kapvergunning' })
  @IsLine()
  name: string;

  @ApiProperty({ description: 'Id of the domain (domein).', example: 'vergunningen' })
  @IsLine()
  domain: string;

  @ApiPropertyOptional({
    description: 'The case type it handles in the catalogue of the municipality (zaaktype).',
    example: 'Kappen',
  })
  @MayBeLeftOut()
  @IsLine()
  caseType?: string;
}

export class RenameProcessBody extends ReasonBody {
  @ApiProperty({
    description: 'The new name of the process (naam van het proces).',
    example: 'Vergunning voor het kappen van bomen',
  })
  @IsLine()
  name: string;
}

export class NameOwnerBody extends ReasonBody {
  @ApiProperty({
    description: 'Id of the process owner (procesverantwoordelijke).',
    example: 'procesverantwoordelijke',
  })
  @IsLine()
  person: string;
}

export class NameMilestoneBody {
  @ApiProperty({
    description:
      'Name of the milestone (vastgestelde versie): no number or moment, not beginning with `proposal:` or `pilot:`.',
    example: '1.0 vastgesteld',
  })
  @IsLine()
  @IsMilestoneName()
  name: string;

  @ApiPropertyOptional({
    description: 'The version it names (versie); the newest when left out.',
    example: 12,
  })
  @MayBeLeftOut()
  @IsWholeNumber(1, Number.MAX_SAFE_INTEGER)
  version?: number;
}

export class WrittenAnswer implements Written {
  @ApiProperty({ description: 'Id of the process (proces).', example: 'kapvergunning' })
  id: string;

  @ApiProperty({
    description: 'The version this made (versie); where nothing changed, the one that holds what was sent.',
    example: 13,
  })
  version: number;
}
