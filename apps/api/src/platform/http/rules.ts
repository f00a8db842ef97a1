import { ValidateBy, ValidateIf, type ValidationArguments } from 'class-validator';
import { CHANNELS, isChannelOrder, isName, isReservedMilestoneName, isText, LIMITS } from '#domain';
import type { FieldCode } from './problems/field-texts.js';
import type { Params } from './problems/problem-exception.js';

type Holds = (value: unknown, among?: ValidationArguments) => boolean;

/**
 * A rule on a field; its message is what the problem says, as JSON, to be put into words later. Values are
 * never converted.
 */
function rule(code: FieldCode, holds: Holds, params: Params = {}): PropertyDecorator {
  return ValidateBy({
    name: code,
    validator: { validate: holds, defaultMessage: () => JSON.stringify({ code, params }) },
  });
}

/** Text of several lines, such as a reason. */
export const IsFreeText = () =>
  rule('text', (value) => typeof value === 'string' && isText(value), { max: LIMITS.text });
/** One line, such as a name. */
export const IsLine = (max: number = LIMITS.name) =>
  rule('name', (value) => typeof value === 'string' && isName(value, max), { max });
export const IsMilestoneName = () =>
  rule('milestoneName', (value) => typeof value !== 'string' || !isReservedMilestoneName(value));
export const IsOneOf = (values: readonly string[]) =>
  rule('oneOf', (value) => typeof value === 'string' && values.includes(value), {
    values: values.join(', '),
  });
export const IsChannelOrder = () =>
  rule('channels', (value) => isStringList(value) && isChannelOrder(value), { values: CHANNELS.join(', ') });
export const IsWholeNumber = (min: number, max: number) =>
  rule(
    'wholeNumber',
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
    { min, max },
  );
export const IsTextList = (max: number) =>
  rule(
    'textList',
    (value) => isStringList(value) && value.length <= max && value.every((text) => isText(text)),
    { max, length: LIMITS.text },
  );
export const IsListOfObjects = (max: number) =>
  rule('list', (value) => Array.isArray(value) && value.length <= max && value.every(isObject), { max });
/** Bytes in base64, in the one form that stands for them. */
export const IsBase64Bytes = () =>
  rule(
    'base64',
    (value) => typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value,
  );
/** On a list of choices, each an object: none says twice what it takes in one conflict. */
export const IsOncePerConflict = () =>
  rule(
    'choices',
    (value) =>
      !Array.isArray(value) ||
      new Set(value.map((choice: { conflict?: unknown } | null) => choice?.conflict)).size === value.length,
  );
export const IsObjectWithFields = () => rule('object', isObject);

/** Left out, not null: nothing is said twice. */
export const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);
/** On `source`: a binding fixes a side, or who may do it. */
export const NeedsSideOrBy = () => rule('sideOrBy', (_, among) => hasSideOrBy(among?.object ?? {}));

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isStringList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const hasSideOrBy = (binding: { side?: unknown; by?: unknown }): boolean =>
  binding.side !== undefined || binding.by !== undefined;
