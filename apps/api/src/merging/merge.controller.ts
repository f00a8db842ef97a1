import { Body, Controller, Post, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { DiagramWork, inBase64 } from '../diagrams/index.js';
import { AnswersWritten } from '../platform/http/docs/answers.js';
import { Does, TakesJsonWith } from '../platform/http/routes/route-says.js';
import { PROCESS } from '../processes/index.js';
import { MergedAnswer } from './merge.answer.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import { WritingOf, type Writing } from '../platform/writing/writing.js';
import { WrittenInterceptor } from '../platform/writing/written.interceptor.js';
import { MergeDiagramCommand } from './merge-commands.js';
import { MergeProblem } from './merge-problem.answer.js';
import { MergeBody } from './merge.dto.js';

@ApiTags('Processes')
@Controller('processes/:id/merges')
@UseInterceptors(WrittenInterceptor)
export class MergeController {
  constructor(
    private readonly commands: CommandBus,
    private readonly work: DiagramWork,
  ) {}

  @Post()
  @Does(MergeDiagramCommand.action)
  @TakesJsonWith(inBase64(1))
  @ApiOperation({
    summary: 'Bring a diagram made on an earlier version together with what was saved since (samenvoegen)',
  })
  @AnswersWritten(MergedAnswer, { status: 201, says: { 409: MergeProblem } })
  @ApiResponse({
    status: 200,
    description: 'Nothing new was sent: what is in force holds it already, and no version was made.',
    type: MergedAnswer,
  })
  async merge(
    @WritingOf(PROCESS) writing: Writing,
    @Body() { diagram, choices = [], ...said }: MergeBody,
  ): Promise<WriteResult> {
    const bytes = Buffer.from(diagram, 'base64');
    const command = await MergeDiagramCommand.ofBytes(writing, bytes, this.work, { ...said, choices });
    return this.commands.execute(command);
  }
}
