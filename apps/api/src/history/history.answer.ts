import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Channel, HistoryItem, Page, Role, Side } from '#contract';
import {
  ActorAnswer,
  CHANNEL_VALUES,
  RequestedDatumAnswer,
  ROLE_VALUES,
  SIDE_VALUES,
  TermAnswer,
} from '../processes/index.js';

export const EVENT_TYPES = [
  'ProcessRegistered',
  'ProcessRenamed',
  'ProcessRetired',
  'ProcessOwnerNamed',
  'DiagramSaved',
  'DiagramMerged',
  'KnipDecided',
  'KnipWithdrawn',
  'ChannelsPrioritised',
  'HandoverAgreed',
  'DataRequestsRecorded',
  'StepBound',
  'BindingLifted',
  'MilestoneNamed',
] as const;

class SavedDiagramAnswer {
  @ApiProperty({
    description: 'SHA-256 of the bytes as they were sent (vingerafdruk), hex.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  })
  digest: string;
}

export class HistoryItemAnswer implements HistoryItem {
  @ApiProperty({ description: 'The version (versie) that it made.', example: 12 })
  version: number;

  @ApiProperty({ description: 'What happened (gebeurtenis).', enum: EVENT_TYPES, example: 'KnipDecided' })
  type: string;

  @ApiProperty({
    description: 'When (moment), UTC.',
    format: 'date-time',
    example: '2026-03-04T10:15:00.000Z',
  })
  at: string;

  @ApiProperty({ description: 'Who (wie).', type: ActorAnswer })
  actor: ActorAnswer;

  @ApiPropertyOptional({
    description: 'Present on events of the demonstration (demonstratiegegevens).',
    example: true,
  })
  demo?: true;

  @ApiPropertyOptional({
    description: 'Why (reden); absent where the text was erased.',
    example: 'De balie kan dit zelf afhandelen.',
  })
  reason?: string;

  @ApiPropertyOptional({
    description: 'Note to a saved diagram (toelichting).',
    example: 'Stap voor de welstandscommissie toegevoegd.',
  })
  note?: string;

  @ApiPropertyOptional({ description: 'Id of the element (stap) it is about.', example: 'Task_Intake' })
  elementId?: string;

  @ApiPropertyOptional({
    description: 'Name of the element or flow (naam) in the diagram of that version.',
    example: 'Aanvraag controleren op volledigheid',
  })
  elementName?: string;

  @ApiPropertyOptional({ description: 'Id of the flow (overdrachtsmoment) it is about.', example: 'Flow_7' })
  flowId?: string;

  @ApiPropertyOptional({ description: 'Front or back office (kant).', enum: SIDE_VALUES, example: 'front' })
  side?: Side;

  @ApiPropertyOptional({
    description: 'Who on that side (rol): generalist or specialist.',
    enum: ROLE_VALUES,
    example: 'generalist',
  })
  role?: Role;

  @ApiPropertyOptional({
    description: 'Alternatives considered (alternatieven).',
    type: [String],
    example: ['Bij de vakafdeling laten'],
  })
  alternatives?: string[];

  @ApiPropertyOptional({
    description: 'Channels in order of preference (kanaalprioriteit).',
    enum: CHANNEL_VALUES,
    isArray: true,
    example: ['web', 'phone'],
  })
  channels?: Channel[];

  @ApiPropertyOptional({
    description: 'Name given (naam): of the process or of a milestone.',
    example: '1.0 vastgesteld',
  })
  name?: string;

  @ApiPropertyOptional({
    description: 'The process owner named (procesverantwoordelijke).',
    type: ActorAnswer,
  })
  person?: ActorAnswer;

  @ApiPropertyOptional({
    description: 'Legal source of a binding (wettelijke bron).',
    example: 'Omgevingswet art. 5.1',
  })
  source?: string;

  @ApiPropertyOptional({
    description: 'Who alone may do the step (uitvoerder).',
    example: 'ambtenaar van de burgerlijke stand',
  })
  by?: string;

  @ApiPropertyOptional({
    description: 'What is handed over (wat wordt overgedragen).',
    example: 'Volledig dossier met bijlagen',
  })
  what?: string;

  @ApiPropertyOptional({ description: 'Within how long (termijn).', type: TermAnswer })
  within?: TermAnswer;

  @ApiPropertyOptional({
    description: 'Data the step asks for (gegevensuitvraag).',
    type: [RequestedDatumAnswer],
  })
  data?: RequestedDatumAnswer[];

  @ApiPropertyOptional({ description: 'The version (versie) that a milestone names.', example: 10 })
  names?: number;

  @ApiPropertyOptional({ description: 'The diagram that was saved (diagram).', type: SavedDiagramAnswer })
  diagram?: SavedDiagramAnswer;

  @ApiPropertyOptional({ description: 'Of a merge: the version that was worked on (basis).', example: 9 })
  base?: number;

  @ApiPropertyOptional({
    description:
      'Of a merge: the version of the diagram that it was brought together with (samengevoegd met).',
    example: 11,
  })
  mergedWith?: number;

  @ApiPropertyOptional({
    description: 'Of a merge: in how many conflicts the person chose (keuzes).',
    example: 2,
  })
  choices?: number;
}

export class HistoryPageAnswer implements Page<HistoryItem> {
  @ApiProperty({ description: 'Versions in order (geschiedenis).', type: [HistoryItemAnswer] })
  items: HistoryItemAnswer[];

  @ApiPropertyOptional({
    description: 'Value of `after` for the next page (volgende bladzijde); absent on the last.',
    example: '50',
  })
  next?: string;
}
