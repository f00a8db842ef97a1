import type { HistoryItem, MergeConflict } from '#contract';
import type { FieldCode } from './field-texts.js';
import type { ProblemCode } from './problem-texts.js';

export type Params = Readonly<Record<string, string | number>>;

/** What is wrong with one field, header or parameter of the request. */
export interface FieldProblem {
  field: string;
  code: FieldCode;
  params?: Params;
}

interface Extras {
  params?: Params;
  fields?: FieldProblem[];
  headers?: Record<string, string>;
  version?: number;
  changes?: HistoryItem[];
  conflicts?: MergeConflict[];
}

/** Thrown anywhere in the service to answer with a problem; put into words by the filter. */
export class ProblemException extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly extras: Extras = {},
  ) {
    super(code);
    this.name = 'ProblemException';
  }
}

/** 400 that names every field at once. */
export const invalidInput = (...fields: FieldProblem[]): ProblemException =>
  new ProblemException('inputInvalid', { fields });
