import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ChangesAnswer as Changes, DecisionChange, StepChange } from '#contract';
import { HistoryItemAnswer } from './history.answer.js';
import { SideCountsAnswer } from './parts.js';

class DecisionChangeAnswer implements DecisionChange {
  @ApiProperty({
    description: 'What was decided on (onderwerp).', example: 'knip',
    enum: ['name', 'domain', 'retirement', 'owner', 'diagram', 'knip', 'channels', 'handover', 'dataRequests', 'binding', 'milestone'],
  })
  kind: DecisionChange['kind'];

  @ApiProperty({ description: 'What became of it (wijziging): added, changed or ended.', enum: ['added', 'changed', 'ended'], example: 'changed' })
  change: DecisionChange['change'];

  @ApiPropertyOptional({ description: 'The decision that stood at `from` (ervoor).', type: HistoryItemAnswer })
  before?: HistoryItemAnswer;

  @ApiPropertyOptional({ description: 'The decision that stands at `to`, or that ended it (erna); absent where `to` is the older side and knew nothing of it yet.', type: HistoryItemAnswer })
  after?: HistoryItemAnswer;
}

class StepChangeAnswer implements StepChange {
  @ApiProperty({ description: 'Id of the step (stap).', example: 'Task_Intake' })
  id: string;

  @ApiProperty({ description: 'Its name (naam) in the later diagram that has it.', example: 'Aanvraag controleren op volledigheid' })
  name: string;

  @ApiProperty({
    description: 'What became of it (wijziging): added, removed, renamed or moved to another lane.',
    enum: ['added', 'removed', 'renamed', 'movedLane'], example: 'renamed',
  })
  change: StepChange['change'];

  @ApiPropertyOptional({ description: 'Its name or lane before (ervoor).', example: 'Aanvraag controleren' })
  before?: string;

  @ApiPropertyOptional({ description: 'Its name or lane after (erna).', example: 'Aanvraag controleren op volledigheid' })
  after?: string;
}

class CountsChangeAnswer {
  @ApiProperty({ description: 'At the earlier version (ervoor).', type: SideCountsAnswer })
  from: SideCountsAnswer;

  @ApiProperty({ description: 'At the later version (erna).', type: SideCountsAnswer })
  to: SideCountsAnswer;
}

export class ChangesAnswer implements Changes {
  @ApiProperty({ description: 'The earlier version (versie).', example: 3 })
  from: number;

  @ApiProperty({ description: 'The later version (versie).', example: 12 })
  to: number;

  @ApiProperty({ description: 'Decisions that differ (besluiten), in the order of the later ones.', type: [DecisionChangeAnswer] })
  decisions: DecisionChangeAnswer[];

  @ApiProperty({ description: 'Steps of the diagram that differ (stappen), by id.', type: [StepChangeAnswer] })
  steps: StepChangeAnswer[];

  @ApiProperty({ description: 'Steps and hand-overs of either (aantallen).', type: CountsChangeAnswer })
  counts: CountsChangeAnswer;
}
