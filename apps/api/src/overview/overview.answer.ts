import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { DomainAnswer as Domain, Page, ProcessItem } from '#contract';
import { HistoryItemAnswer } from '../history/index.js';
import { ActorAnswer, ParkedAnswer, SideCountsAnswer } from '../processes/index.js';

export class DomainAnswer implements Domain {
  @ApiProperty({ description: 'Id of the domain (domein).', example: 'vergunningen' })
  id: string;

  @ApiProperty({ description: 'Name of the domain (naam).', example: 'Vergunningen' })
  name: string;

  @ApiProperty({ description: 'Processes (processen) that are not retired.', example: 3 })
  processes: number;

  @ApiProperty({ description: 'Their steps and hand-overs together (aantallen).', type: SideCountsAnswer })
  counts: SideCountsAnswer;
}

export class DomainsAnswer {
  @ApiProperty({ description: 'The domains (domeinen).', type: [DomainAnswer] })
  items: DomainAnswer[];
}

export class ProcessItemAnswer implements ProcessItem {
  @ApiProperty({ description: 'Id of the process (proces).', example: 'kapvergunning' })
  id: string;

  @ApiProperty({ description: 'Name of the process (naam).', example: 'Kapvergunning' })
  name: string;

  @ApiProperty({ description: 'Id of its domain (domein).', example: 'vergunningen' })
  domain: string;

  @ApiPropertyOptional({
    description: 'The case type it handles (zaaktype).',
    example: 'https://catalogi.example.nl/zaaktypen/kapvergunning',
  })
  caseType?: string;

  @ApiProperty({ description: 'Its newest version (versie).', example: 12 })
  version: number;

  @ApiProperty({ description: 'Whether it is retired (vervallen).', example: false })
  retired: boolean;

  @ApiPropertyOptional({ description: 'The process owner (procesverantwoordelijke).', type: ActorAnswer })
  owner?: ActorAnswer;

  @ApiProperty({ description: 'Its steps and hand-overs (aantallen).', type: SideCountsAnswer })
  counts: SideCountsAnswer;

  @ApiProperty({ description: 'What happened last (laatste gebeurtenis).', type: HistoryItemAnswer })
  last: HistoryItemAnswer;

  @ApiPropertyOptional({
    description: 'Present when the process is stale (verouderd), with the cause.',
    type: ParkedAnswer,
  })
  parked?: ParkedAnswer;
}

export class ProcessPageAnswer implements Page<ProcessItem> {
  @ApiProperty({ description: 'Processes by name (processen).', type: [ProcessItemAnswer] })
  items: ProcessItemAnswer[];

  @ApiPropertyOptional({
    description: 'Value of `after` for the next page (volgende bladzijde); absent on the last.',
    example: 'WyJrYXB2ZXJndW5uaW5nIiwicC0xIl0',
  })
  next?: string;
}
