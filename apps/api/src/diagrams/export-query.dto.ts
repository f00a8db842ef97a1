import { IsOneOf } from '../platform/http/input/rules.js';
import { VersionQuery } from '../processes/index.js';
import { EXPORT_FORMATS, type ExportFormat } from './export-process.query.js';

export class ExportQuery extends VersionQuery {
  /**
   * The form (vorm).
   * @example "bpmn"
   */
  @IsOneOf(EXPORT_FORMATS)
  format: ExportFormat;
}
