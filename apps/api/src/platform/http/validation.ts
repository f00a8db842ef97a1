import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalidInput, type FieldProblem } from './problems/problem-exception.js';

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
  const own = Object.entries(error.constraints ?? {}).map(
    ([name, message]): FieldProblem => ({ field, ...said(name, message) }),
  );
  const within = (error.children ?? []).flatMap((child) => fieldProblems(child, `${field}.`));
  // A value of the wrong kind breaks the rule on its kind and the one on its members; one sentence says it.
  return own.some(({ code }) => code === 'list' || code === 'object') ? own.slice(0, 1) : [...own, ...within];
}

/** What a rule of ours said as JSON; the framework's own rules are known by their names. */
function said(name: string, message: string): Pick<FieldProblem, 'code' | 'params'> {
  if (message.startsWith('{')) return JSON.parse(message) as Pick<FieldProblem, 'code' | 'params'>;
  return { code: name === 'whitelistValidation' ? 'unknownField' : 'object' };
}
