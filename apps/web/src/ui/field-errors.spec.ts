import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../http.js';
import { fieldErrors } from './field-errors.js';

const refused = (errors: { field: string; message: string }[]) =>
  new ProblemError({ type: 'about:blank', title: 'Bad input', status: 400, detail: '', errors });

describe('what the service found wrong', () => {
  it('is shown at the field that it names', () => {
    expect(fieldErrors(refused([{ field: 'name', message: 'must be one line' }]))).toEqual({
      name: 'Must be one line.',
    });
  });

  it('is shown at the field of which it names a part, together with what else is wrong there', () => {
    const errors = [
      { field: 'data[1].name', message: 'is too long' },
      { field: 'data', message: 'is too much' },
      { field: 'within.amount', message: 'is no number' },
    ];
    expect(fieldErrors(refused(errors))).toEqual({
      data: 'Is too long. Is too much.',
      within: 'Is no number.',
    });
  });

  it('is nothing where there was no answer', () => {
    expect(fieldErrors(new TypeError('Failed to fetch'))).toEqual({});
    expect(fieldErrors(undefined)).toEqual({});
  });
});
