import { BadRequestException, ForbiddenException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { bodyTooLarge, KnownErrors } from './known-errors.js';
import { HTTP_PROBLEMS } from './http.problems.js';
import { ProblemException } from './problem-exception.js';
import { inWords } from './words.js';

const url = '/api/v1/nowhere?q=secret';
const ofStatus = (statusCode: number, code?: string) =>
  Object.assign(new Error('x'), { statusCode, ...(code && { code }) });
const asked = (error: unknown, errors = new KnownErrors()) => inWords(errors.asProblem(error, { url }), 'en');

describe('An error becomes the problem', () => {
  it.each<[string, unknown, number]>([
    ['jsonInvalid', ofStatus(400, 'FST_ERR_CTP_INVALID_JSON_BODY'), 400],
    ['jsonInvalid', new BadRequestException('x', { cause: new SyntaxError('Unexpected token') }), 400],
    ['urlInvalid', ofStatus(400, 'FST_ERR_BAD_URL'), 400],
    ['requestInvalid', ofStatus(400, 'FST_ERR_OTHER'), 400],
    ['requestInvalid', ofStatus(400), 400],
    ['requestInvalid', new BadRequestException('x'), 400],
    ['routeUnknown', ofStatus(404), 404],
    ['routeUnknown', new NotFoundException(), 404],
    ['bodyTooLarge', ofStatus(413), 413],
    ['urlTooLong', ofStatus(414), 414],
    ['mediaTypeUnsupported', ofStatus(415), 415],
    ['internal', ofStatus(500), 500],
    ['internal', ofStatus(418), 500],
    ['internal', new ForbiddenException(), 500],
    ['internal', new Error('x'), 500],
    ['internal', null, 500],
    ['internal', undefined, 500],
    ['internal', 'x', 500],
  ])('%s: %p', (code, error, status) => {
    const problem = new KnownErrors().asProblem(error, { url });
    expect([problem.kind.code, problem.kind.status]).toEqual([code, status]);
  });

  it('that names the path that is not there, without what was asked of it', () =>
    expect(asked(ofStatus(404)).detail).toBe('There is nothing at this address: /api/v1/nowhere.'));

  it('that names what is taken', () => {
    expect(asked(ofStatus(415)).detail).toContain('application/json');
    const errors = new KnownErrors();
    errors.addLimit({ nl: 'een beeld mag 6 MiB zijn', en: 'an image may have 6 MiB' });
    errors.addLimit({ nl: 'een bestand 1 MiB', en: 'a file 1 MiB' });
    expect(asked(ofStatus(413), errors).detail).toBe(
      'What you send is larger than this service takes: an image may have 6 MiB, a file 1 MiB, other input may have 512 KiB.',
    );
    expect(inWords(bodyTooLarge([]), 'nl').detail).toContain('aanneemt: andere invoer mag 512 KiB zijn.');
  });

  it('that the first part that knows it says, and stays what it is when it is one', () => {
    const errors = new KnownErrors();
    const known = (kind: keyof typeof HTTP_PROBLEMS, text: string) => (error: unknown) =>
      String(error).includes(text) ? new ProblemException(HTTP_PROBLEMS[kind]) : undefined;
    errors.register(known('notCaughtUp', 'a'), known('stopping', 'b'));
    errors.register(known('internal', 'ab'));
    const code = (error: unknown) => errors.asProblem(error, { url }).kind.code;
    expect(['a', 'b', 'ab', ofStatus(404)].map(code)).toEqual([
      'notCaughtUp',
      'stopping',
      'notCaughtUp',
      'routeUnknown',
    ]);
    const own = new ProblemException(HTTP_PROBLEMS.urlTooLong);
    expect(errors.asProblem(own, { url })).toBe(own);
  });
});
