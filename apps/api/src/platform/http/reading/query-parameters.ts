import type { Position } from '#event-store';
import { invalidInput, type FieldProblem } from '../problems/problem-exception.js';
import { FIELDS } from '../problems/field.problems.js';
import type { FieldKind } from '../problems/problem-kind.js';
import { parseMoment } from './moment.js';

/** The query of an address as the server framework gives it; a repeated parameter is a list. */
export type RawQuery = Readonly<Record<string, string | string[] | undefined>>;

/** A version of a process, or the one that was the newest at a moment; neither: the newest. */
export interface VersionOrMoment {
  version?: number;
  at?: string;
}

/** Reads the parameters of an address one by one; what is wrong with them is said all at once at the end. */
export class QueryParameters {
  private readonly problems: FieldProblem[] = [];
  private readonly known = new Set<string>();

  constructor(private readonly query: RawQuery) {}

  wholeNumber(field: string, min: number, max: number = Number.MAX_SAFE_INTEGER): number | undefined {
    return this.read(
      field,
      (text) => {
        const number = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
        return number >= min && number <= max ? number : undefined;
      },
      { field, kind: FIELDS.wholeNumber, params: { min, max } },
    );
  }

  text(field: string, max: number): string | undefined {
    return this.read(field, (text) => (text.length <= max ? text : undefined), {
      field,
      kind: FIELDS.text,
      params: { max },
    });
  }

  oneOf<Value extends string>(field: string, values: readonly Value[], required: 'required'): Value;
  oneOf<Value extends string>(field: string, values: readonly Value[]): Value | undefined;
  /** A required one that is missing is a problem like a wrong one. */
  oneOf<Value extends string>(
    field: string,
    values: readonly Value[],
    required?: 'required',
  ): Value | undefined {
    const problem: FieldProblem = { field, kind: FIELDS.oneOf, params: { values: values.join(', ') } };
    if (required && this.query[field] === undefined) this.problems.push(problem);
    return this.read(field, (text) => values.find((value) => value === text), problem);
  }

  /** What `read` makes of the parameter; undefined from it is a problem with the code. */
  parsed<Value>(
    field: string,
    read: (text: string) => Value | undefined,
    kind: FieldKind,
  ): Value | undefined {
    return this.read(field, read, { field, kind });
  }

  versionOrMoment(): VersionOrMoment {
    const version = this.wholeNumber('version', 1);
    const at = this.parsed('at', parseMoment, FIELDS.moment);
    if (this.query['version'] !== undefined && this.query['at'] !== undefined)
      this.problems.push({ field: 'at', kind: FIELDS.onlyOne, params: { other: 'version' } });
    return { ...(version !== undefined && { version }), ...(at !== undefined && { at }) };
  }

  /** A place in the log, checked by whoever issues them. */
  position(field: string, check: (position: Position) => void): Position | undefined {
    return this.parsed(
      field,
      (text) => {
        try {
          check(text);
          return text;
        } catch (error) {
          if (error instanceof RangeError) return undefined;
          throw error;
        }
      },
      FIELDS.position,
    );
  }

  /** @throws ProblemException that names every parameter that is wrong or unknown */
  finish(): void {
    const unknown = Object.keys(this.query).filter((field) => !this.known.has(field));
    const problems = [
      ...this.problems,
      ...unknown.map((field): FieldProblem => ({ field, kind: FIELDS.unknownField })),
    ];
    if (problems.length > 0) throw invalidInput(...problems);
  }

  private read<Value>(
    field: string,
    read: (text: string) => Value | undefined,
    problem: FieldProblem,
  ): Value | undefined {
    this.known.add(field);
    const text = this.query[field];
    if (text === undefined) return undefined;
    const value = typeof text === 'string' ? read(text) : undefined;
    if (value === undefined) this.problems.push(problem);
    return value;
  }
}
