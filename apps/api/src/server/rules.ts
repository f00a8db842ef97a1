import { ValidateBy, ValidateIf, type ValidationOptions } from 'class-validator';
import { CHANNELS, isChannelOrder, isName, isReservedMilestoneName, isText, LIMITS } from '#domain';
import type { FieldCode } from '../problems/field-texts.js';
import type { Params } from '../problems/problem-exception.js';

/** A rule on a field, with the sentence that the problem carries when it does not hold; values are never converted. */
function rule(code: FieldCode, holds: (value: unknown) => boolean, params: Params = {}): PropertyDecorator {
  const options: ValidationOptions = { context: { code, params } };
  return ValidateBy({ name: code, validator: { validate: holds } }, options);
}

/** Text of several lines, such as a reason. */
export const IsFreeText = () => rule('text', (value) => typeof value === 'string' && isText(value), { max: LIMITS.text });
/** One line, such as a name. */
export const IsLine = (max: number = LIMITS.name) => rule('name', (value) => typeof value === 'string' && isName(value, max), { max });
export const IsMilestoneName = () => rule('milestoneName', (value) => typeof value !== 'string' || !isReservedMilestoneName(value));
export const IsOneOf = (values: readonly string[]) => rule('oneOf', (value) => typeof value === 'string' && values.includes(value), { values: values.join(', ') });
export const IsChannelOrder = () =>
  rule('channels', (value) => isStringList(value) && isChannelOrder(value), { values: CHANNELS.join(', ') });
export const IsWholeNumber = (min: number, max: number) =>
  rule('wholeNumber', (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max, { min, max });
export const IsTextList = (max: number) =>
  rule('textList', (value) => isStringList(value) && value.length <= max && value.every((text) => isText(text)), { max, length: LIMITS.text });
export const IsListOf = (max: number) => rule('list', (value) => Array.isArray(value) && value.length <= max, { max });
export const IsObjectWithFields = () => rule('object', (value) => typeof value === 'object' && value !== null && !Array.isArray(value));

const isStringList = (value: unknown): value is string[] => Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** Left out, not null: nothing is said twice. */
export const MayBeLeftOut = () => ValidateIf((_, value) => value !== undefined);
/** On `source`: a binding fixes a side, or who may do it. */
export const NeedsSideOrBy = (): PropertyDecorator =>
  ValidateBy(
    { name: 'sideOrBy', validator: { validate: (_, args) => hasSideOrBy(args?.object ?? {}) } },
    { context: { code: 'sideOrBy' } },
  );

const hasSideOrBy = (binding: { side?: unknown; by?: unknown }): boolean => binding.side !== undefined || binding.by !== undefined;
