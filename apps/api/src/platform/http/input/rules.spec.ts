import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { FIELDS } from '../problems/field.problems.js';
import type { ProblemException } from '../problems/problem-exception.js';
import { inWords } from '../problems/words.js';
import { GoesWithout, IsMoment, IsNumeral, IsReadAs, IsShortText, NoQuery } from '../reading/query-rules.js';
import {
  IsBase64Bytes,
  IsFreeText,
  IsLine,
  IsListOfObjects,
  IsObjectWithFields,
  IsOneOf,
  IsTextList,
  IsWholeNumber,
  MayBeLeftOut,
} from './rules.js';
import { validation } from './validation.js';

const pipe = validation();

class Body {
  @MayBeLeftOut() @IsFreeText() text?: unknown;
  @MayBeLeftOut() @IsLine(5) line?: unknown;
  @MayBeLeftOut() @IsLine() name?: unknown;
  @MayBeLeftOut() @IsOneOf(['front', 'back']) side?: unknown;
  @MayBeLeftOut() @IsWholeNumber(1, 9) number?: unknown;
  @MayBeLeftOut() @IsTextList(2) texts?: unknown;
  @MayBeLeftOut() @IsListOfObjects(2) list?: unknown;
  @MayBeLeftOut() @IsBase64Bytes() bytes?: unknown;
  @MayBeLeftOut() @IsObjectWithFields() object?: unknown;
}

class Query {
  @MayBeLeftOut() @IsShortText(3) q?: unknown;
  @MayBeLeftOut() @IsNumeral(1, 200) limit?: unknown;
  @MayBeLeftOut() @IsNumeral(0) from?: unknown;
  @MayBeLeftOut() @IsMoment() @GoesWithout('from') at?: unknown;
  @MayBeLeftOut()
  @IsReadAs((text) => (text === 'first' ? { page: 1 } : undefined), FIELDS.pageMark)
  after?: unknown;
}

class Named {
  @IsLine() name!: string;
}

/** What is taken, or what is wrong with each field. */
async function taken(type: 'body' | 'query', metatype: Type<object>, value: object): Promise<unknown> {
  try {
    return await pipe.transform(value, { type, metatype });
  } catch (error) {
    const { errors = [] } = inWords(error as ProblemException, 'en');
    return errors.map(({ field, message }) => `${field} ${message}`);
  }
}
const body = (value: object) => taken('body', Body, value);
const query = (value: object, metatype: Type<object> = Query) => taken('query', metatype, value);

describe('A field of a body', () => {
  it.each<[string, keyof Body, unknown[], unknown[]]>([
    [
      'must be text of 1 to 4000 characters',
      'text',
      ['x', 'a\nb', 'x'.repeat(4000)],
      ['', ' ', 'x'.repeat(4001), 1, null, ['x']],
    ],
    [
      'must be one line of text of 1 to 5 characters',
      'line',
      ['x', 'vijf!'],
      ['', 'a\nb', 'zessen', 5, null],
    ],
    ['must be one line of text of 1 to 200 characters', 'name', ['x'.repeat(200)], ['x'.repeat(201)]],
    ['must be one of: front, back', 'side', ['front', 'back'], ['Front', '', 'front,back', ['front'], null]],
    ['must be a whole number from 1 to 9', 'number', [1, 9], [0, 10, 1.5, '1', NaN, null]],
    [
      'must be a list of at most 2 texts of 1 to 4000 characters',
      'texts',
      [[], ['x', 'a\nb']],
      ['x', ['x', 'y', 'z'], ['x', ''], ['x', 1], [null], { 0: 'x', length: 1 }],
    ],
    [
      'must be a list of at most 2 objects',
      'list',
      [[], [{}, { a: 1 }]],
      [{}, [{}, {}, {}], [{}, null], [[]], ['x'], 'x'],
    ],
    [
      'must be base64 (RFC 4648, padded, without line breaks)',
      'bytes',
      ['', 'YQ==', 'YWI='],
      ['YQ', 'YR==', 'Y Q==', 'YQ==\n', '_w==', 1, null],
    ],
    ['must be an object with fields', 'object', [{}, { a: 1 }], [[], 'x', 1, true, null]],
  ])('%s', async (message, field, right, wrong) => {
    for (const value of right) expect(await body({ [field]: value })).toEqual({ [field]: value });
    for (const value of wrong)
      expect({ value, said: await body({ [field]: value }) }).toEqual({
        value,
        said: [`${field} ${message}`],
      });
  });

  it('that is not known is named, beside all others that are wrong', async () => {
    expect(await body({ number: 0, colour: 'red', side: 'left' })).toEqual([
      'colour is not known here: leave it out',
      'side must be one of: front, back',
      'number must be a whole number from 1 to 9',
    ]);
    expect(await body({})).toEqual({});
  });
});

describe('A parameter of an address', () => {
  it.each<[string, keyof Query, [string, unknown][], unknown[]]>([
    [
      'must be text of 1 to 3 characters',
      'q',
      [
        ['', ''],
        ['abc', 'abc'],
      ],
      ['abcd', ['a'], ['a', 'b']],
    ],
    [
      'must be a whole number from 1 to 200',
      'limit',
      [
        ['1', 1],
        ['200', 200],
        ['007', 7],
      ],
      ['0', '201', '-1', '1.0', '1e1', '', ' 1', 'x', ['1', '2']],
    ],
    [
      'must be a whole number from 0 to 9007199254740991',
      'from',
      [
        ['0', 0],
        ['9007199254740991', 9_007_199_254_740_991],
      ],
      ['9007199254740992', '00000000000000001', '-0'],
    ],
    [
      'must be a moment as in RFC 3339, with Z or an offset',
      'at',
      [['2026-03-01T13:00:00+01:00', '2026-03-01T12:00:00.000Z']],
      ['2026-03-01', '2026-13-01T12:00:00Z', ['2026-03-01T12:00:00Z', '2026-03-02T12:00:00Z']],
    ],
    [
      'must be the value of “next” from an earlier answer',
      'after',
      [['first', { page: 1 }]],
      ['second', '', ['first'], ['first', 'first']],
    ],
  ])('%s', async (message, field, right, wrong) => {
    for (const [value, read] of right) expect(await query({ [field]: value })).toEqual({ [field]: read });
    for (const value of wrong)
      expect({ value, said: await query({ [field]: value }) }).toEqual({
        value,
        said: [`${field} ${message}`],
      });
  });

  it('goes without another where both say the same', async () => {
    const at = '2026-03-01T12:00:00Z';
    expect(await query({ at, from: '1' })).toEqual(['at cannot go together with from']);
    expect(await query({ at, limit: '1' })).toEqual({ at: '2026-03-01T12:00:00.000Z', limit: 1 });
  });

  it('that is not known is named last, and what every object has is not known either', async () => {
    expect(await query({ colour: 'red', limit: '0', shade: 'x' })).toEqual([
      'limit must be a whole number from 1 to 200',
      'colour is not known here: leave it out',
      'shade is not known here: leave it out',
    ]);
    expect(await query(JSON.parse('{"constructor":"a","limit":"0"}'))).toEqual([
      'limit must be a whole number from 1 to 200',
      'constructor is not known here: leave it out',
    ]);
    expect(await query(JSON.parse('{"toString":"a"}'))).toEqual(['toString is not known here: leave it out']);
    for (const name of ['none', 'other'])
      expect(await query({ [name]: 'x' }, NoQuery)).toEqual([`${name} is not known here: leave it out`]);
  });

  it('may be missing again and again where it may, and never where it may not', async () => {
    for (let time = 0; time < 3; time++) {
      expect(await query({})).toEqual({});
      expect(await query({ limit: 'x' })).toHaveLength(1);
      expect(await query({}, Named)).toEqual(['name must be one line of text of 1 to 200 characters']);
      expect(await query({ name: 'x' }, Named)).toEqual({ name: 'x' });
    }
  });
});
