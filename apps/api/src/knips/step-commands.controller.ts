import { Body, Controller, HttpCode, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnswersWritten } from '../platform/http/docs/answers.js';
import { Does } from '../platform/http/routes/route-says.js';
import { PROCESS, ReasonBody } from '../processes/index.js';
import { Written } from '../platform/writing/written.answer.js';
import { AgreeHandoverCommand, DecideKnipCommand, WithdrawKnipCommand } from './knip-commands.js';
import {
  AgreeHandoverBody,
  BindStepBody,
  DecideKnipBody,
  PrioritiseChannelsBody,
  RecordDataRequestsBody,
} from './step-bodies.dto.js';
import {
  BindStepCommand,
  LiftBindingCommand,
  PrioritiseChannelsCommand,
  RecordDataRequestsCommand,
} from './step-commands.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import { WritingOf, type Writing } from '../platform/writing/writing.js';
import { WrittenInterceptor } from '../platform/writing/written.interceptor.js';

/** Decisions about a step or flow of a process. */
@ApiTags('Decisions')
@Controller('processes/:id')
@UseInterceptors(WrittenInterceptor)
export class StepCommandsController {
  constructor(private readonly commands: CommandBus) {}

  @Put('knips/:elementId')
  @Does(DecideKnipCommand.action)
  @ApiOperation({ summary: 'Decide the knip of a step (knipbesluit)' })
  @AnswersWritten(Written)
  decideKnip(
    @WritingOf(PROCESS) writing: Writing,
    @Param('elementId') elementId: string,
    @Body() body: DecideKnipBody,
  ): Promise<WriteResult> {
    return this.commands.execute(new DecideKnipCommand(writing, { elementId, ...body }));
  }

  @Post('knips/:elementId/withdrawal')
  @Does(WithdrawKnipCommand.action)
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw the knip of a step' })
  @AnswersWritten(Written)
  withdrawKnip(
    @WritingOf(PROCESS) writing: Writing,
    @Param('elementId') elementId: string,
    @Body() body: ReasonBody,
  ): Promise<WriteResult> {
    return this.commands.execute(new WithdrawKnipCommand(writing, { elementId, ...body }));
  }

  @Put('channel-priority')
  @Does(PrioritiseChannelsCommand.action)
  @ApiOperation({ summary: 'Put the channels in order, for the process or one step (kanaalprioriteit)' })
  @AnswersWritten(Written)
  prioritiseChannels(
    @WritingOf(PROCESS) writing: Writing,
    @Body() body: PrioritiseChannelsBody,
  ): Promise<WriteResult> {
    return this.commands.execute(new PrioritiseChannelsCommand(writing, body));
  }

  @Put('handovers/:flowId')
  @Does(AgreeHandoverCommand.action)
  @ApiOperation({ summary: 'Agree on a hand-over (overdrachtsmoment)' })
  @AnswersWritten(Written)
  agreeHandover(
    @WritingOf(PROCESS) writing: Writing,
    @Param('flowId') flowId: string,
    @Body() body: AgreeHandoverBody,
  ): Promise<WriteResult> {
    return this.commands.execute(new AgreeHandoverCommand(writing, { flowId, ...body }));
  }

  @Put('data-requests/:elementId')
  @Does(RecordDataRequestsCommand.action)
  @ApiOperation({ summary: 'Record the data a step asks (gegevensuitvraag)' })
  @AnswersWritten(Written)
  recordDataRequests(
    @WritingOf(PROCESS) writing: Writing,
    @Param('elementId') elementId: string,
    @Body() body: RecordDataRequestsBody,
  ): Promise<WriteResult> {
    return this.commands.execute(new RecordDataRequestsCommand(writing, { elementId, ...body }));
  }

  @Put('bindings/:elementId')
  @Does(BindStepCommand.action)
  @ApiOperation({ summary: 'Bind a step by law or mandate (wettelijk gebonden)' })
  @AnswersWritten(Written)
  bindStep(
    @WritingOf(PROCESS) writing: Writing,
    @Param('elementId') elementId: string,
    @Body() body: BindStepBody,
  ): Promise<WriteResult> {
    return this.commands.execute(new BindStepCommand(writing, { elementId, ...body }));
  }

  @Post('bindings/:elementId/lifting')
  @Does(LiftBindingCommand.action)
  @HttpCode(200)
  @ApiOperation({ summary: 'Lift the binding of a step' })
  @AnswersWritten(Written)
  liftBinding(
    @WritingOf(PROCESS) writing: Writing,
    @Param('elementId') elementId: string,
    @Body() body: ReasonBody,
  ): Promise<WriteResult> {
    return this.commands.execute(new LiftBindingCommand(writing, { elementId, ...body }));
  }
}
