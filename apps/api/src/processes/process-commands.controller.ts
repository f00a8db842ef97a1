import { Body, Controller, HttpCode, Patch, Post, Put, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DOMAINS } from '#domain';
import { People } from '../platform/http/access/people.js';
import { domainRefusal } from '../platform/http/access/may.js';
import { AnswersWritten } from '../platform/http/docs/answers.js';
import { FIELDS } from '../platform/http/problems/field.problems.js';
import { invalidInput } from '../platform/http/problems/problem-exception.js';
import { Does } from '../platform/http/routes/route-says.js';
import { Written } from '../platform/writing/written.answer.js';
import { PROCESS_FIELDS } from './process.problems.js';
import {
  NameMilestoneBody,
  NameOwnerBody,
  ReasonBody,
  RegisterProcessBody,
  RenameProcessBody,
} from './process-bodies.dto.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import {
  NameMilestoneCommand,
  NameOwnerCommand,
  RegisterProcessCommand,
  RenameProcessCommand,
  RetireProcessCommand,
} from './process-commands.js';
import { WritingOf, type Writing } from '../platform/writing/writing.js';
import { PROCESS } from './process-subject.js';
import { WrittenInterceptor } from '../platform/writing/written.interceptor.js';

/** Decisions about a process as a whole. */
@ApiTags('Processes')
@Controller('processes')
@UseInterceptors(WrittenInterceptor)
export class ProcessCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly people: People,
  ) {}

  @Post()
  @Does(RegisterProcessCommand.action)
  @ApiOperation({ summary: 'Register a process (proces)' })
  @AnswersWritten(Written, { status: 201, seen: 'never' })
  async register(
    @WritingOf(PROCESS) writing: Writing,
    @Body() body: RegisterProcessBody,
  ): Promise<WriteResult> {
    if (!DOMAINS.some(({ id }) => id === body.domain)) {
      throw invalidInput({
        field: 'domain',
        kind: PROCESS_FIELDS.knownDomain,
        params: { values: DOMAINS.map(({ id }) => id).join(', ') },
      });
    }
    const refused = domainRefusal(writing.actor, body.domain);
    if (refused) throw refused;
    return this.commands.execute(new RegisterProcessCommand(writing, body));
  }

  @Patch(':id')
  @Does(RenameProcessCommand.action)
  @ApiOperation({ summary: 'Rename a process' })
  @AnswersWritten(Written)
  rename(@WritingOf(PROCESS) writing: Writing, @Body() body: RenameProcessBody): Promise<WriteResult> {
    return this.commands.execute(new RenameProcessCommand(writing, body));
  }

  @Post(':id/retirement')
  @Does(RetireProcessCommand.action)
  @HttpCode(200)
  @ApiOperation({ summary: 'Retire a process: it can be shown, and nothing more is decided about it' })
  @AnswersWritten(Written)
  retire(@WritingOf(PROCESS) writing: Writing, @Body() body: ReasonBody): Promise<WriteResult> {
    return this.commands.execute(new RetireProcessCommand(writing, body));
  }

  @Put(':id/owner')
  @Does(NameOwnerCommand.action)
  @ApiOperation({ summary: 'Name the process owner (procesverantwoordelijke)' })
  @AnswersWritten(Written)
  async nameOwner(@WritingOf(PROCESS) writing: Writing, @Body() body: NameOwnerBody): Promise<WriteResult> {
    if (!this.people.find(body.person)) throw invalidInput({ field: 'person', kind: FIELDS.knownPerson });
    return this.commands.execute(new NameOwnerCommand(writing, body));
  }

  @Post(':id/milestones')
  @Does(NameMilestoneCommand.action)
  @ApiOperation({ summary: 'Give a version a name (vastgestelde versie)' })
  @AnswersWritten(Written, { status: 201 })
  nameMilestone(@WritingOf(PROCESS) writing: Writing, @Body() body: NameMilestoneBody): Promise<WriteResult> {
    return this.commands.execute(new NameMilestoneCommand(writing, body));
  }
}
