import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { MilestoneAnswer as Milestone, ProcessAnswer as Process, Role, Side } from '#contract';
import {
  ActorAnswer,
  DecidedAnswer,
  ParkedAnswer,
  ROLE_VALUES,
  SIDE_VALUES,
  SideCountsAnswer,
} from './parts.js';
import { ChannelPriorityAnswer, HandoverAnswer, StepAnswer } from './step.answer.js';

class OwnerAnswer extends DecidedAnswer {
  @ApiProperty({ description: 'The process owner (procesverantwoordelijke).', type: ActorAnswer })
  person: ActorAnswer;
}

class ShownDiagramAnswer {
  @ApiProperty({
    description: 'SHA-256 of the bytes as they were sent (vingerafdruk), hex.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  digest: string;

  @ApiProperty({ description: 'The version (versie) that saved it.', example: 2 })
  version: number;

  @ApiProperty({
    description: 'Whether the file has a drawing (tekening) that an editor can show.',
    example: true,
  })
  drawn: boolean;
}

class LapsedKnipAnswer extends DecidedAnswer {
  @ApiProperty({ description: 'Id of the element (stap) that this diagram lacks.', example: 'Task_Old' })
  elementId: string;

  @ApiProperty({ description: 'Front or back office (kant).', enum: SIDE_VALUES, example: 'back' })
  side: Side;

  @ApiPropertyOptional({ description: 'Who on that side (rol).', enum: ROLE_VALUES, example: 'specialist' })
  role?: Role;
}

class MilestoneAnswer implements Milestone {
  @ApiProperty({ description: 'Name of the milestone (vastgestelde versie).', example: '1.0 vastgesteld' })
  name: string;

  @ApiProperty({ description: 'The version (versie) that it names.', example: 10 })
  version: number;

  @ApiProperty({
    description: 'When it was named (moment), UTC.',
    format: 'date-time',
    example: '2026-04-01T09:00:00.000Z',
  })
  at: string;

  @ApiProperty({ description: 'Who named it (wie).', type: ActorAnswer })
  actor: ActorAnswer;
}

class MayAnswer {
  @ApiProperty({
    description: 'Change diagram, knips, channels, hand-overs and data requests (bewerken).',
    example: true,
  })
  edit: boolean;

  @ApiProperty({ description: 'Bind steps by law, and lift bindings (binden).', example: false })
  bind: boolean;

  @ApiProperty({ description: 'Retire the process (laten vervallen).', example: false })
  retire: boolean;

  @ApiProperty({ description: 'Give a version a name (versie vaststellen).', example: false })
  nameMilestone: boolean;

  @ApiProperty({ description: 'Name the process owner (procesverantwoordelijke aanwijzen).', example: false })
  nameOwner: boolean;
}

export class ProcessAnswer implements Process {
  @ApiProperty({ description: 'Id of the process (proces).', example: 'kapvergunning' })
  id: string;

  @ApiProperty({ description: 'The version shown (versie).', example: 12 })
  version: number;

  @ApiProperty({ description: 'The newest version there is (nieuwste versie).', example: 14 })
  latest: number;

  @ApiProperty({
    description: 'When the version shown was made (moment), UTC.',
    format: 'date-time',
    example: '2026-03-04T10:15:00.000Z',
  })
  at: string;

  @ApiProperty({ description: 'Name of the process (naam).', example: 'Kapvergunning' })
  name: string;

  @ApiProperty({ description: 'Id of its domain (domein).', example: 'vergunningen' })
  domain: string;

  @ApiPropertyOptional({
    description: 'The case type it handles (zaaktype).',
    example: 'https://catalogi.example.nl/zaaktypen/kapvergunning',
  })
  caseType?: string;

  @ApiPropertyOptional({ description: 'Present when it is retired (vervallen).', type: DecidedAnswer })
  retired?: DecidedAnswer;

  @ApiPropertyOptional({ description: 'Who owns it (procesverantwoordelijke).', type: OwnerAnswer })
  owner?: OwnerAnswer;

  @ApiPropertyOptional({
    description: 'The diagram as of this version (diagram); absent where none was saved yet.',
    type: ShownDiagramAnswer,
  })
  diagram?: ShownDiagramAnswer;

  @ApiPropertyOptional({
    description: 'Channels of the process as a whole (kanaalprioriteit).',
    type: ChannelPriorityAnswer,
  })
  channels?: ChannelPriorityAnswer;

  @ApiProperty({ description: 'The steps of the diagram (stappen).', type: [StepAnswer] })
  steps: StepAnswer[];

  @ApiProperty({
    description: 'Where work goes over the knip (overdrachtsmomenten).',
    type: [HandoverAnswer],
  })
  handovers: HandoverAnswer[];

  @ApiProperty({
    description: 'Keys of the steps that still need a knip (nog te beslissen), in the order of `steps`.',
    type: [String],
    example: ['Task_Beoordelen'],
  })
  undecided: string[];

  @ApiProperty({ description: 'Steps and hand-overs (aantallen).', type: SideCountsAnswer })
  counts: SideCountsAnswer;

  @ApiProperty({
    description:
      'Knips on elements that this diagram lacks (vervallen knips); they hold again when the element is back.',
    type: [LapsedKnipAnswer],
  })
  lapsed: LapsedKnipAnswer[];

  @ApiProperty({
    description: 'Versions that were given a name (vastgestelde versies).',
    type: [MilestoneAnswer],
  })
  milestones: MilestoneAnswer[];

  @ApiPropertyOptional({
    description: 'Present when the process is stale (verouderd), with the cause.',
    type: ParkedAnswer,
  })
  parked?: ParkedAnswer;

  @ApiProperty({ description: 'What the person who asks may do to the process (rechten).', type: MayAnswer })
  may: MayAnswer;
}
