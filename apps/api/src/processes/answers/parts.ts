import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Actor, Channel, Decided, Role, Side, SideCounts, StepCounts } from '#contract';

export const SIDE_VALUES: Side[] = ['front', 'back'];
export const ROLE_VALUES: Role[] = ['generalist', 'specialist'];
export const CHANNEL_VALUES: Channel[] = ['web', 'phone', 'desk', 'post', 'email'];

export class ActorAnswer implements Actor {
  @ApiProperty({ description: 'Pseudonymous id of the person (persoon).', example: 'werkgroep-vergunningen' })
  id: string;

  @ApiProperty({
    description: 'Name of the person (naam); the id again where the name was erased.',
    example: 'Fenna Hoekstra',
  })
  name: string;
}

export class StepCountsAnswer implements StepCounts {
  @ApiProperty({ description: 'Steps at the front office (frontoffice).', example: 9 })
  front: number;

  @ApiProperty({ description: 'Steps at the back office (backoffice).', example: 12 })
  back: number;

  @ApiProperty({ description: 'Steps of which the side is unknown (onbekend).', example: 1 })
  unknown: number;

  @ApiProperty({
    description: 'Steps without a knip that need one (nog te beslissen); their lane may still say a side.',
    example: 4,
  })
  undecided: number;
}

export class SideCountsAnswer extends StepCountsAnswer implements SideCounts {
  @ApiProperty({ description: 'Flows over the knip (overdrachtsmomenten).', example: 5 })
  handovers: number;
}

export class DecidedAnswer implements Decided {
  @ApiProperty({ description: 'The version (versie) that the decision made.', example: 12 })
  version: number;

  @ApiProperty({
    description: 'When it was decided (moment), UTC.',
    format: 'date-time',
    example: '2026-03-04T10:15:00.000Z',
  })
  at: string;

  @ApiProperty({ description: 'Who decided (wie).', type: ActorAnswer })
  actor: ActorAnswer;

  @ApiPropertyOptional({
    description: 'Why (reden); absent where the text was erased.',
    example: 'De balie kan dit zelf afhandelen.',
  })
  reason?: string;
}

export class ParkedAnswer {
  @ApiProperty({
    description: 'Version (versie) of the event that could not be read; what is shown is older.',
    example: 14,
  })
  version: number;

  @ApiProperty({
    description: 'What is wrong with it (oorzaak).',
    example: 'DiagramSaved: The bytes of the diagram are not those of its digest.',
  })
  reason: string;
}

export class TermAnswer {
  @ApiProperty({ description: 'How many (aantal).', example: 2 })
  amount: number;

  @ApiProperty({
    description: 'Of what (eenheid): hours (uren) or working days (werkdagen).',
    enum: ['hours', 'workingDays'],
    example: 'workingDays',
  })
  unit: 'hours' | 'workingDays';
}

export class RequestedDatumAnswer {
  @ApiProperty({ description: 'What is asked of the citizen (gegeven).', example: 'Adres' })
  name: string;

  @ApiPropertyOptional({
    description: 'The base registry that already holds it (basisregistratie).',
    example: 'BRP',
  })
  registry?: string;
}
