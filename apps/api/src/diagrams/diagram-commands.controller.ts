import { Body, Controller, Headers, Put, UseInterceptors } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MAX_DIAGRAM_BYTES } from '#bpmn';
import { IDS_ANSWERS, isText, TEXT_LIMITS, type IdsAnswer } from '#domain';
import { AnswersWritten } from '../platform/http/docs/answers.js';
import { FIELDS } from '../platform/http/problems/field.problems.js';
import { invalidInput } from '../platform/http/problems/problem-exception.js';
import { Does, TakesXml } from '../platform/http/routes/route-says.js';
import { PROCESS } from '../processes/index.js';
import { Written } from '../platform/writing/written.answer.js';
import { SaveDiagramCommand } from './diagram-commands.js';
import { DiagramWork } from './work/diagram-work.js';
import { MovedIdsProblem } from './moved-ids-problem.answer.js';
import type { WriteResult } from '../platform/writing/write-result.js';
import { WritingOf, type Writing } from '../platform/writing/writing.js';
import { WrittenInterceptor } from '../platform/writing/written.interceptor.js';

@ApiTags('Processes')
@Controller('processes/:id/diagram')
@UseInterceptors(WrittenInterceptor)
export class DiagramCommandsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly work: DiagramWork,
  ) {}

  @Put()
  @Does(SaveDiagramCommand.action)
  @TakesXml(MAX_DIAGRAM_BYTES)
  @ApiOperation({ summary: 'Save the diagram (diagram); it is kept byte for byte' })
  @ApiConsumes('application/xml')
  @ApiBody({
    description: 'BPMN 2.0 in any encoding XML allows, at most 6 MiB.',
    schema: { type: 'string', format: 'binary' },
  })
  @ApiHeader({
    name: 'X-Note',
    required: false,
    description: 'What changed (notitie), percent-encoded UTF-8.',
    schema: { type: 'string', example: 'Controle%20toegevoegd' },
  })
  @ApiHeader({
    name: 'Ids',
    required: false,
    description:
      'Needed where ids with decisions stand on other elements now (409 without): decisions follow their elements, or stay with their ids.',
    schema: { type: 'string', enum: [...IDS_ANSWERS], example: 'follow' },
  })
  @AnswersWritten(Written, { seen: 'required', more: [428], says: { 409: MovedIdsProblem } })
  async save(
    @WritingOf(PROCESS) writing: Writing,
    @Body() body: unknown,
    @Headers('x-note') encodedNote: string | undefined,
    @Headers('ids') saidOfIds: string | undefined,
  ): Promise<WriteResult> {
    const ids = saidOfIds === undefined ? undefined : idsAnswer(saidOfIds);
    const note = encodedNote === undefined || encodedNote === '' ? undefined : decodedNote(encodedNote);
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const command = await SaveDiagramCommand.ofBytes(writing, bytes, this.work, { note, ids });
    return this.commands.execute(command);
  }
}

function idsAnswer(said: string): IdsAnswer {
  const known = IDS_ANSWERS.find((answer) => answer === said);
  if (known) return known;
  throw invalidInput({ field: 'Ids', kind: FIELDS.oneOf, params: { values: IDS_ANSWERS.join(', ') } });
}

function decodedNote(encoded: string): string {
  let note: string;
  try {
    note = decodeURIComponent(encoded);
  } catch {
    throw invalidInput({ field: 'X-Note', kind: FIELDS.percentEncoded });
  }
  if (!isText(note))
    throw invalidInput({ field: 'X-Note', kind: FIELDS.text, params: { max: TEXT_LIMITS.text } });
  return note;
}
