import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';
import { isName, isText, TEXT_LIMITS } from '#domain';
import { FIELDS } from '../problems/field.problems.js';
import type { Params } from '../problems/problem-exception.js';
import type { FieldKind } from '../problems/problem-kind.js';
import type { Said } from './validation.js';

type Holds = (value: unknown, among?: ValidationArguments) => boolean;

/** A rule on a field, and what is said when it does not hold. Values are never converted. */
export function rule(kind: FieldKind, holds: Holds, params: Params = {}): PropertyDecorator {
  const context: Said = { kind, params };
  return ValidateBy(
    { name: kind.code, validator: { validate: holds, defaultMessage: () => kind.code } },
    { context },
  );
}

/** Text of several lines, such as a reason. */
export const IsFreeText = () =>
  rule(FIELDS.text, (value) => typeof value === 'string' && isText(value), { max: TEXT_LIMITS.text });
/** One line, such as a name. */
export const IsLine = (max: number = TEXT_LIMITS.name) =>
  rule(FIELDS.name, (value) => typeof value === 'string' && isName(value, max), { max });
export const IsOneOf = (values: readonly string[]) =>
  rule(FIELDS.oneOf, (value) => typeof value === 'string' && values.includes(value), {
    values: values.join(', '),
  });
export const IsWholeNumber = (min: number, max: number) =>
  rule(
    FIELDS.wholeNumber,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    { min, max },
  );
export const IsTextList = (max: number) =>
  rule(
    FIELDS.textList,
    (value) => isStringList(value) && value.length <= max && value.every((text) => isText(text)),
    { max, length: TEXT_LIMITS.text },
  );
export const IsListOfObjects = (max: number) =>
  rule(FIELDS.list, (value) => Array.isArray(value) && value.length <= max && value.every(isObject), { max });
/** Bytes in base64, in the one form that stands for them. */
export const IsBase64Bytes = () =>
  rule(
    FIELDS.base64,
    (value) => typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value,
  );
export const IsObjectWithFields = () => rule(FIELDS.object, isObject);

/** Left out, not null: nothing is said twice. */
export const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isStringList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
