import { ApiProperty } from '@nestjs/swagger';
import type { PersonaName, Session, Person } from '#contract';
import { IsLine } from '../platform/http/rules.js';

export class StartSessionBody {
  @ApiProperty({ description: 'Id of the person to enter as (persoon).', example: 'werkgroep-wmo' })
  @IsLine()
  person: string;
}

export class PersonAnswer implements Person {
  @ApiProperty({
    description: 'Pseudonymous id (persoon); the only thing about a person that stands in the log.',
    example: 'werkgroep-wmo',
  })
  id: string;

  @ApiProperty({ description: 'Name (naam), kept where it can be erased.', example: 'Marijke van Dalen' })
  name: string;

  @ApiProperty({
    description:
      'What the person does here (rol): workgroup member, process owner, improvement team, auditor or administrator.',
    enum: ['werkgroeplid', 'procesverantwoordelijke', 'verbeterteam', 'auditor', 'beheerder'],
    example: 'werkgroeplid',
  })
  persona: PersonaName;

  @ApiProperty({
    description: 'Ids of the domains (domeinen) that holds for; empty: all.',
    type: [String],
    example: ['wmo'],
  })
  domains: string[];
}

export class PeopleAnswer {
  @ApiProperty({ description: 'The people (personen).', type: [PersonAnswer] })
  items: PersonAnswer[];
}

export class SessionAnswer implements Session {
  @ApiProperty({ description: 'Who is signed in (persoon).', type: PersonAnswer })
  person: PersonAnswer;

  @ApiProperty({
    description: 'True when the people of the demonstration (demonstratie) are in force.',
    example: true,
  })
  demo: boolean;
}
