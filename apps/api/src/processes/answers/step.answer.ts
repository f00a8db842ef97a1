import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Channel, HandoverAnswer as Handover, Role, Side, StepAnswer as Step } from '#contract';
import {
  CHANNEL_VALUES,
  DecidedAnswer,
  RequestedDatumAnswer,
  ROLE_VALUES,
  SIDE_VALUES,
  TermAnswer,
} from './parts.js';

class LaneAnswer {
  @ApiPropertyOptional({ description: 'Id of the lane (baan).', example: 'Lane_Front' })
  id?: string;

  @ApiProperty({ description: 'Name of the lane (naam).', example: 'KCC' })
  name: string;

  @ApiPropertyOptional({ description: 'The side it carries (kant).', enum: SIDE_VALUES, example: 'front' })
  side?: Side;
}

class KnipAnswer extends DecidedAnswer {
  @ApiProperty({ description: 'Front or back office (kant).', enum: SIDE_VALUES, example: 'front' })
  side: Side;

  @ApiPropertyOptional({
    description: 'Who on that side (rol): generalist or specialist.',
    enum: ROLE_VALUES,
    example: 'generalist',
  })
  role?: Role;

  @ApiProperty({
    description: 'Alternatives considered (alternatieven).',
    type: [String],
    example: ['Bij de vakafdeling laten'],
  })
  alternatives: string[];
}

class BindingAnswer extends DecidedAnswer {
  @ApiPropertyOptional({ description: 'The side that law fixes (kant).', enum: SIDE_VALUES, example: 'back' })
  side?: Side;

  @ApiPropertyOptional({
    description: 'Who alone may do it (uitvoerder).',
    example: 'ambtenaar van de burgerlijke stand',
  })
  by?: string;

  @ApiProperty({ description: 'Legal source (wettelijke bron).', example: 'BW 1:16' })
  source: string;
}

export class ChannelPriorityAnswer extends DecidedAnswer {
  @ApiProperty({
    description: 'Channels in order of preference (kanaalprioriteit).',
    enum: CHANNEL_VALUES,
    isArray: true,
    example: ['web', 'phone', 'desk'],
  })
  channels: Channel[];
}

class DataRequestsAnswer extends DecidedAnswer {
  @ApiProperty({
    description: 'What the step asks of the citizen (gegevensuitvraag).',
    type: [RequestedDatumAnswer],
  })
  data: RequestedDatumAnswer[];
}

class ConsiderationAnswer {
  @ApiProperty({ description: 'The side it speaks for (kant).', enum: SIDE_VALUES, example: 'front' })
  for: Side;

  @ApiProperty({ description: 'The argument (overweging).', example: 'De burger krijgt meteen antwoord.' })
  text: string;
}

export class StepAnswer implements Step {
  @ApiProperty({
    description:
      'Names the step (stap) in this answer: its id, or `?` and a number where that is missing or not unique.',
    example: 'Task_Intake',
  })
  key: string;

  @ApiPropertyOptional({ description: 'Its id in the diagram (id).', example: 'Task_Intake' })
  id?: string;

  @ApiProperty({
    description: 'False where the id is missing or not unique: shown, not decided on (te beslissen).',
    example: true,
  })
  decidable: boolean;

  @ApiProperty({ description: 'Its name (naam).', example: 'Aanvraag controleren op volledigheid' })
  name: string;

  @ApiProperty({ description: 'Kind of activity in BPMN (soort).', example: 'userTask' })
  kind: string;

  @ApiProperty({
    description: 'Service, script and business rule tasks (automatisch): need no knip.',
    example: false,
  })
  automatic: boolean;

  @ApiPropertyOptional({ description: 'The lane it lies in (baan).', type: LaneAnswer })
  lane?: LaneAnswer;

  @ApiPropertyOptional({ description: 'Name of the pool it lies in (deelnemer).', example: 'Gemeente' })
  participant?: string;

  @ApiPropertyOptional({
    description: 'Its side (kant); absent where unknown.',
    enum: SIDE_VALUES,
    example: 'front',
  })
  side?: Side;

  @ApiPropertyOptional({
    description: 'What the side follows from (herkomst).',
    enum: ['knip', 'binding', 'lane'],
    example: 'knip',
  })
  sideFrom?: 'knip' | 'binding' | 'lane';

  @ApiProperty({ description: 'Whether a knip is still to be decided (nog te beslissen).', example: false })
  undecided: boolean;

  @ApiProperty({
    description: 'Whether knip or binding say another side than the lane (baan wijkt af).',
    example: false,
  })
  laneDisagrees: boolean;

  @ApiPropertyOptional({ description: 'The knip decision (knip).', type: KnipAnswer })
  knip?: KnipAnswer;

  @ApiPropertyOptional({
    description: 'What law or mandate fixes (wettelijk gebonden).',
    type: BindingAnswer,
  })
  binding?: BindingAnswer;

  @ApiPropertyOptional({
    description: 'Channels of this step (kanaalprioriteit).',
    type: ChannelPriorityAnswer,
  })
  channels?: ChannelPriorityAnswer;

  @ApiPropertyOptional({
    description: 'Data it asks of the citizen (gegevensuitvraag).',
    type: DataRequestsAnswer,
  })
  dataRequests?: DataRequestsAnswer;

  @ApiProperty({
    description: 'Arguments that the diagram itself carries (overwegingen).',
    type: [ConsiderationAnswer],
  })
  considerations: ConsiderationAnswer[];
}

class AgreementAnswer extends DecidedAnswer {
  @ApiProperty({
    description: 'What is handed over (wat wordt overgedragen).',
    example: 'Volledig dossier met bijlagen',
  })
  what: string;

  @ApiPropertyOptional({ description: 'Within how long (termijn).', type: TermAnswer })
  within?: TermAnswer;

  @ApiProperty({
    description: 'Ids of the steps before, as agreed (stappen ervoor).',
    type: [String],
    example: ['Task_Intake'],
  })
  before: string[];

  @ApiProperty({
    description: 'Ids of the steps after, as agreed (stappen erna).',
    type: [String],
    example: ['Task_Beoordelen'],
  })
  after: string[];

  @ApiProperty({
    description: 'Whether the steps have changed since (verouderd): it asks to be agreed anew.',
    example: false,
  })
  outdated: boolean;
}

export class HandoverAnswer implements Handover {
  @ApiProperty({
    description: 'Names the flow (stroom) in this answer, as `key` of a step.',
    example: 'Flow_7',
  })
  flow: string;

  @ApiPropertyOptional({ description: 'Its id in the diagram (id).', example: 'Flow_7' })
  flowId?: string;

  @ApiProperty({
    description: 'False where the id is missing or not unique: nothing can be agreed on it (af te spreken).',
    example: true,
  })
  decidable: boolean;

  @ApiPropertyOptional({ description: 'Name of the flow (naam).', example: 'volledig' })
  name?: string;

  @ApiProperty({
    description: 'Keys of the nearest steps before on the other side (stappen ervoor).',
    type: [String],
    example: ['Task_Intake'],
  })
  before: string[];

  @ApiProperty({ description: 'Key of the step after (stap erna).', example: 'Task_Beoordelen' })
  after: string;

  @ApiProperty({ description: 'The side that hands over (van).', enum: SIDE_VALUES, example: 'front' })
  from: Side;

  @ApiProperty({ description: 'The side that takes over (naar).', enum: SIDE_VALUES, example: 'back' })
  to: Side;

  @ApiPropertyOptional({ description: 'What was agreed on it (afspraak).', type: AgreementAnswer })
  agreement?: AgreementAnswer;
}
