import { applyDecorators } from '@nestjs/common';
import { ApiHideProperty, ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { FIELDS } from '../problems/field.problems.js';
import type { FieldKind } from '../problems/problem-kind.js';
import { IsWholeNumber, MayBeLeftOut, rule } from '../input/rules.js';
import { parseMoment } from './moment.js';

/*
 * Rules on the parameters of an address. They come as text, a repeated one as a list. One that cannot be read
 * stays as it came, and the rule refuses it.
 */

const readBy = <Value>(parse: (text: string) => Value | undefined): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parse(value) ?? value) : value));

/** Text of so many characters at most, which may be none. */
export const IsShortText = (max: number) =>
  rule(FIELDS.text, (value) => typeof value === 'string' && value.length <= max, { max });

/** A whole number in digits. */
export const IsNumeral = (min: number, max: number = Number.MAX_SAFE_INTEGER) =>
  applyDecorators(
    ApiProperty({ type: 'integer', minimum: min }),
    readBy((text) => (/^\d{1,16}$/.test(text) ? Number(text) : undefined)),
    IsWholeNumber(min, max),
  );

/** A moment, read as the log writes it. */
export const IsMoment = () =>
  applyDecorators(
    ApiProperty({ format: 'date-time' }),
    readBy(parseMoment),
    rule(FIELDS.moment, (value) => typeof value === 'string' && parseMoment(value) === value),
  );

/** What `parse` makes of the text, an object; `kind` is wrong with it where that is undefined. */
export const IsReadAs = (parse: (text: string) => object | undefined, kind: FieldKind) =>
  applyDecorators(
    ApiProperty({ type: String }),
    readBy(parse),
    rule(kind, (value) => typeof value === 'object' && !Array.isArray(value)),
  );

/** Not together with another parameter. */
export const GoesWithout = (other: string) =>
  rule(FIELDS.onlyOne, (_, among) => among === undefined || Reflect.get(among.object, other) === undefined, {
    other,
  });

/** For addresses that take no parameters at all. */
export class NoQuery {
  /** Stands for none: without a rule on it, the class would be taken for one that is not checked. */
  @ApiHideProperty()
  @MayBeLeftOut()
  @rule(FIELDS.unknownField, () => false)
  none?: never;
}
