import { ApiProperty } from '@nestjs/swagger';
import { IsBase64Bytes } from '../platform/http/input/rules.js';

export class CompareFilesBody {
  /**
   * The BPMN file compared from (van), base64, at most 6 MiB before that.
   * @example "PGRlZmluaXRpb25zIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIi8+"
   */
  @ApiProperty({ format: 'byte' })
  @IsBase64Bytes()
  from: string;

  /**
   * The BPMN file compared to (naar), likewise.
   * @example "PGRlZmluaXRpb25zIHhtbG5zPSJodHRwOi8vd3d3Lm9tZy5vcmcvc3BlYy9CUE1OLzIwMTAwNTI0L01PREVMIi8+"
   */
  @ApiProperty({ format: 'byte' })
  @IsBase64Bytes()
  to: string;
}
