import { HTTP_PROBLEMS } from './http.problems.js';
import type { FieldKind, ProblemKind, Texts } from './problem-kind.js';

/**
 * What the placeholders of a text stand for; a text in two languages is put in in the language of the answer.
 */
export type Params = Readonly<Record<string, string | number | Texts>>;

/** What is wrong with one field, header or parameter of the request. */
export interface FieldProblem {
  field: string;
  kind: FieldKind;
  params?: Params;
}

interface Extras {
  params?: Params;
  fields?: FieldProblem[];
  headers?: Record<string, string>;
  /** What this kind of problem says beside the members that all have (RFC 9457, 3.2). */
  members?: object;
}

/** Thrown anywhere in the service to answer with a problem; put into words by the filter. */
export class ProblemException extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly extras: Extras = {},
  ) {
    super(kind.code);
    this.name = 'ProblemException';
  }
}

/** 400 that names every field at once. */
export const invalidInput = (...fields: FieldProblem[]): ProblemException =>
  new ProblemException(HTTP_PROBLEMS.inputInvalid, { fields });
