import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalidInput, type FieldProblem } from '../problems/problem-exception.js';

/** Bodies are held against their class: nothing unknown, nothing converted, everything wrong said at once. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => invalidInput(...errors.flatMap((error) => fieldProblems(error, ''))),
  });

function fieldProblems(error: ValidationError, above: string): FieldProblem[] {
  const field = `${above}${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((name): FieldProblem => {
    const said = error.contexts?.[name] as Pick<FieldProblem, 'code' | 'params'> | undefined;
    return { field, ...(said ?? { code: name === 'whitelistValidation' ? 'unknownField' : 'object' }) };
  });
  const within = (error.children ?? []).flatMap((child) => fieldProblems(child, `${field}.`));
  // A value of the wrong kind breaks the rule on its kind and the one on its members; one sentence says it.
  return own.some(({ code }) => code === 'list' || code === 'object') ? own.slice(0, 1) : [...own, ...within];
}
