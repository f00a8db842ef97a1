import { ApiProperty } from '@nestjs/swagger';
import { IsBase64Bytes } from '../platform/http/rules.js';

const EXAMPLE = 'PGRlZmluaXRpb25zIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIi8+';

export class CompareFilesBody {
  @ApiProperty({
    description: 'The BPMN file compared from (van), base64, at most 6 MiB before that.',
    format: 'byte',
    example: EXAMPLE,
  })
  @IsBase64Bytes()
  from: string;

  @ApiProperty({
    description: 'The BPMN file compared to (naar), likewise.',
    format: 'byte',
    example: EXAMPLE,
  })
  @IsBase64Bytes()
  to: string;
}
