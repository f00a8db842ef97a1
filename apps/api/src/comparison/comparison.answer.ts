import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CHANGE_KINDS } from '#bpmn';
import type {
  ChangeKind,
  ComparisonAnswer as Comparison,
  DecisionChange,
  DiagramChange,
  NamedHandover,
  Side,
} from '#contract';
import { HistoryItemAnswer } from '../history/index.js';
import { SIDE_VALUES, StepCountsAnswer } from '../processes/index.js';

export class DiagramChangeAnswer implements DiagramChange {
  @ApiProperty({
    description: 'What changed (soort wijziging).',
    enum: [...CHANGE_KINDS],
    example: 'movedLane',
  })
  kind: ChangeKind;

  @ApiProperty({
    description:
      'Id of the element (element) at `to`, at `from` where it was removed; empty where it has none.',
    example: 'Task_Beoordelen',
  })
  elementId: string;

  @ApiProperty({
    description: 'Its name (naam) on that side; empty where it has none.',
    example: 'Aanvraag beoordelen',
  })
  elementName: string;

  @ApiProperty({ description: 'Its BPMN type (soort element).', example: 'userTask' })
  elementType: string;

  @ApiPropertyOptional({
    description: 'What of the element (eigenschap), where the kind does not say it all.',
    example: 'timeDuration',
  })
  property?: string;

  @ApiPropertyOptional({
    description: 'The value at `from` as people read it (ervoor); absent where there was none.',
    example: 'Vakafdeling',
  })
  before?: string;

  @ApiPropertyOptional({
    description: 'The value at `to` as people read it (erna); absent where there is none.',
    example: 'KCC',
  })
  after?: string;

  @ApiPropertyOptional({
    description: 'Id of the element (element) that `before` names.',
    example: 'Lane_Vakafdeling',
  })
  beforeId?: string;

  @ApiPropertyOptional({
    description: 'Id of the element (element) that `after` names.',
    example: 'Lane_KCC',
  })
  afterId?: string;
}

class StepsComparedAnswer {
  @ApiProperty({ description: 'At `from` (ervoor).', type: StepCountsAnswer })
  before: StepCountsAnswer;

  @ApiProperty({ description: 'At `to` (erna).', type: StepCountsAnswer })
  after: StepCountsAnswer;
}

class NamedHandoverAnswer implements NamedHandover {
  @ApiPropertyOptional({
    description: 'Id of the flow (stroom), where it has a proper one.',
    example: 'Flow_7',
  })
  flowId?: string;

  @ApiPropertyOptional({ description: 'Name of the flow (naam), where it has one.', example: 'compleet' })
  name?: string;

  @ApiProperty({
    description: 'Names of the steps before (van); the id of one without a name.',
    type: [String],
    example: ['Aanvraag aannemen'],
  })
  before: string[];

  @ApiProperty({ description: 'Name of the step after (naar), likewise.', example: 'Aanvraag beoordelen' })
  after: string;

  @ApiProperty({ description: 'The side it comes from (van kant).', enum: SIDE_VALUES, example: 'front' })
  from: Side;

  @ApiProperty({ description: 'The side it goes to (naar kant).', enum: SIDE_VALUES, example: 'back' })
  to: Side;
}

class HandoversComparedAnswer {
  @ApiProperty({ description: 'How many at `from` (ervoor).', example: 3 })
  before: number;

  @ApiProperty({ description: 'How many at `to` (erna).', example: 2 })
  after: number;

  @ApiProperty({
    description: 'Those that `to` has and `from` lacks (erbij), known by their flow.',
    type: [NamedHandoverAnswer],
  })
  added: NamedHandoverAnswer[];

  @ApiProperty({
    description: 'Those that `from` has and `to` lacks (vervallen).',
    type: [NamedHandoverAnswer],
  })
  removed: NamedHandoverAnswer[];
}

class SummaryAnswer {
  @ApiProperty({
    description: 'How many changes of meaning the diagram has (inhoudelijke wijzigingen).',
    example: 4,
  })
  semantic: number;

  @ApiProperty({
    description:
      'How many changes of the drawing alone (opmaak); a drawing that moved as a whole counts as one.',
    example: 1,
  })
  layout: number;

  @ApiProperty({ description: 'How many decisions differ (besluiten).', example: 2 })
  decisions: number;

  @ApiProperty({ description: 'Steps by side (stappen per kant).', type: StepsComparedAnswer })
  steps: StepsComparedAnswer;

  @ApiProperty({
    description: 'Hand-overs (overdrachtsmomenten), those gained and lost by name.',
    type: HandoversComparedAnswer,
  })
  handovers: HandoversComparedAnswer;
}

class RenamedIdAnswer {
  @ApiProperty({ description: 'Id of the element (element) at `from`.', example: 'Task_1' })
  before: string;

  @ApiProperty({ description: 'Id of the same element (element) at `to`.', example: 'Task_Beoordelen' })
  after: string;
}

class ShiftAnswer {
  @ApiProperty({ description: 'Units to the right (verschuiving).', example: 120 })
  dx: number;

  @ApiProperty({ description: 'Units down (verschuiving).', example: 0 })
  dy: number;
}

class LayoutChangeAnswer {
  @ApiProperty({ description: 'Id of the element (element).', example: 'Task_Beoordelen' })
  elementId: string;

  @ApiProperty({
    description: 'What happened to its drawing (opmaak).',
    enum: ['moved', 'resized', 'redrawn', 'label'],
    example: 'moved',
  })
  kind: 'moved' | 'resized' | 'redrawn' | 'label';
}

class LayoutAnswer {
  @ApiPropertyOptional({
    description: 'Present when the whole drawing moved (verschoven).',
    type: ShiftAnswer,
  })
  shifted?: ShiftAnswer;

  @ApiProperty({
    description: 'Single shapes and flows, beyond what `shifted` says (verplaatst).',
    type: [LayoutChangeAnswer],
  })
  moved: LayoutChangeAnswer[];
}

class DecisionChangeAnswer implements DecisionChange {
  @ApiProperty({
    description: 'What was decided on (onderwerp).',
    example: 'knip',
    enum: [
      'name',
      'retirement',
      'owner',
      'knip',
      'channels',
      'handover',
      'dataRequests',
      'binding',
      'milestone',
    ],
  })
  kind: DecisionChange['kind'];

  @ApiProperty({
    description: 'What became of it (wijziging): added, changed or ended.',
    enum: ['added', 'changed', 'ended'],
    example: 'changed',
  })
  change: DecisionChange['change'];

  @ApiPropertyOptional({
    description: 'The decision that stood at `from` (ervoor), with its reason.',
    type: HistoryItemAnswer,
  })
  before?: HistoryItemAnswer;

  @ApiPropertyOptional({
    description:
      'The decision that stands at `to`, or that ended it (erna), with its reason; absent where `to` is the older side and knew nothing of it yet.',
    type: HistoryItemAnswer,
  })
  after?: HistoryItemAnswer;
}

export class ComparisonAnswer implements Comparison {
  @ApiPropertyOptional({
    description: 'The version compared from (van versie); absent between files.',
    example: 3,
  })
  from?: number;

  @ApiPropertyOptional({
    description: 'The version compared to (naar versie); absent between files. It may be the older one.',
    example: 12,
  })
  to?: number;

  @ApiProperty({ description: 'The consequences in numbers (gevolgen in getallen).', type: SummaryAnswer })
  summary: SummaryAnswer;

  @ApiProperty({
    description: 'Changes of meaning in the diagram (wijzigingen), each once.',
    type: [DiagramChangeAnswer],
  })
  changes: DiagramChangeAnswer[];

  @ApiProperty({
    description: 'Elements known again under another id (hernoemde ids); no changes in themselves.',
    type: [RenamedIdAnswer],
  })
  renamedIds: RenamedIdAnswer[];

  @ApiProperty({ description: 'What changed in the drawing alone (opmaak).', type: LayoutAnswer })
  layout: LayoutAnswer;

  @ApiProperty({
    description: 'Decisions that differ (besluiten), in the order in which they were taken.',
    type: [DecisionChangeAnswer],
  })
  decisions: DecisionChangeAnswer[];

  @ApiProperty({
    description:
      'Knips that lapsed because their step has another id at `to` (vervallen knips): what they could be attached to anew.',
    type: [RenamedIdAnswer],
  })
  lapsed: RenamedIdAnswer[];
}
