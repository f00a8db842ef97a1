import { ValidationPipe, type PipeTransform } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { FIELDS } from '../problems/field.problems.js';
import { invalidInput, ProblemException, type FieldProblem } from '../problems/problem-exception.js';

/**
 * Bodies and queries are checked by their class: nothing unknown is taken, and all errors are named at once.
 * In an address, unknown parameters are named last.
 */
export function validation(): PipeTransform {
  const body = pipeOf((problems) => problems);
  const query = pipeOf((problems) => problems.toSorted((one, other) => isUnknown(one) - isUnknown(other)));
  const mayBeEmpty = new Set<unknown>();
  return {
    transform: async (value: object, about) => {
      if (about.type !== 'query') return body.transform(value, about);
      // Most reads ask nothing: whether that will do is found out once for each class.
      const isEmpty = Object.keys(value).length === 0;
      if (isEmpty && mayBeEmpty.has(about.metatype)) return {};
      // The framework passes over names that every object has.
      const inherited = Object.keys(value)
        .filter((name) => name in Object.prototype)
        .map((field): FieldProblem => ({ field, kind: FIELDS.unknownField }));
      const asked = await query.transform(value, about).catch((error: unknown) => {
        if (error instanceof ProblemException && inherited.length > 0)
          throw invalidInput(...(error.extras.fields ?? []), ...inherited);
        throw error;
      });
      if (inherited.length > 0) throw invalidInput(...inherited);
      if (isEmpty) mayBeEmpty.add(about.metatype);
      return asked;
    },
  };
}

const isUnknown = ({ kind }: FieldProblem): number => (kind === FIELDS.unknownField ? 1 : 0);

const pipeOf = (inOrder: (problems: FieldProblem[]) => FieldProblem[]): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      invalidInput(...inOrder(errors.flatMap((error) => fieldProblems(error, '')))),
  });

function fieldProblems(
  { property, constraints, contexts, children }: ValidationError,
  above: string,
): FieldProblem[] {
  const field = `${above}${property}`;
  const own = Object.keys(constraints ?? {}).map(
    (name): FieldProblem => ({ field, ...((contexts?.[name] as Said | undefined) ?? saidByFramework(name)) }),
  );
  const within = (children ?? []).flatMap((child) => fieldProblems(child, `${field}.`));
  // A value of the wrong kind breaks the rule on its kind and the one on its members; one sentence says it.
  return own.some(({ kind }) => kind === FIELDS.list || kind === FIELDS.object)
    ? own.slice(0, 1)
    : [...own, ...within];
}

/** What a rule of ours says is wrong: the context it gives to the validator. */
export type Said = Omit<FieldProblem, 'field'>;

/** The framework's own rules are known by their names. */
const saidByFramework = (name: string): Said => ({
  kind: name === 'whitelistValidation' ? FIELDS.unknownField : FIELDS.object,
});
