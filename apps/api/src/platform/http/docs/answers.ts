import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem } from '../problems/problem.answer.js';
import { AnswersOther } from '../routes/route-says.js';

const SENTENCES: Record<number, string> = {
  400: 'The input is not right; `errors` names every field.',
  401: 'Not signed in.',
  403: 'Not for this person.',
  404: 'Something that the address or the input names does not exist.',
  406: 'The answer does not come in the form asked for.',
  408: 'The request did not come in time.',
  409: 'What stands forbids it, the `Idempotency-Key` was used for another request, or `Acting-As` names another person than the session.',
  412: 'The resource changed since the version seen.',
  413: 'Larger than this service takes.',
  415: 'A kind of content that is not taken here.',
  428: '`If-Match` is missing.',
  429: 'Too many requests, or too much at once; `Retry-After` says when there may be more.',
  503: 'Not now; `Retry-After` says when.',
  507: 'The disk is full; nothing was recorded.',
};
const LOCATION = {
  Location: {
    description: 'Address of what was made (adres).',
    schema: { type: 'string', format: 'uri-reference' },
  },
};
const WRITTEN_HEADERS = {
  ETag: {
    description: 'The version in which the resource last changed (versie).',
    schema: { type: 'string', example: '"13"' },
  },
  'Log-Position': {
    description: 'Send it with a read to see this write on any instance.',
    schema: { type: 'string', example: '42' },
  },
};

/** Documents problems by their status. */
export const Problems = (...statuses: number[]) =>
  applyDecorators(...statuses.map((status) => ProblemsOf(status, Problem)));

const ProblemsOf = (status: number, answer: Type<Problem>) =>
  applyDecorators(ApiExtraModels(answer), ApiResponse({ status, ...problemsOf(status, answer) }));

/** The problems of a status, as the document describes them. */
export const problemsOf = (status: number, answer: Type<Problem> = Problem) => ({
  description: SENTENCES[status] ?? '',
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(answer) } } },
});

/** Documents the answer of a read. */
export const AnswersOk = (type: Type<unknown>, ...problems: number[]) =>
  applyDecorators(
    ApiResponse({ status: 200, description: 'What was asked for.', type }),
    Problems(...problems, 406),
  );

/** Documents the answer of a read that is a file of one of these kinds. */
export const AnswersFile = (description: string, types: readonly string[], ...problems: number[]) =>
  applyDecorators(
    ApiResponse({
      status: 200,
      description,
      content: Object.fromEntries(
        types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      ),
    }),
    Problems(...problems),
    AnswersOther(),
  );

/**
 * Documents the answer of a write, the headers that every write takes, and what it may be refused for.
 * @param says the problems of a status, where they say more than all do
 */
export const AnswersWritten = (
  type: Type<unknown>,
  {
    status = 200,
    seen = 'optional' as 'optional' | 'required' | 'never',
    more = [] as number[],
    says = {} as Record<number, Type<Problem>>,
  } = {},
) =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Makes the same request count once.',
      schema: { type: 'string', example: '0d1b4c1e-7a' },
    }),
    ...(seen === 'never'
      ? []
      : [
          ApiHeader({
            name: 'If-Match',
            required: seen === 'required',
            description:
              'The version one has seen (versie), alone or as an `ETag` says it; refused only if this resource changed since.',
            schema: { type: 'string', example: '"12"' },
          }),
        ]),
    ApiResponse({
      status,
      description: 'Recorded, and visible on this instance.',
      type,
      headers: { ...WRITTEN_HEADERS, ...(status === 201 && LOCATION) },
    }),
    ...[400, 401, 403, 404, 406, 409, ...(seen === 'never' ? [] : [412]), 413, 415, 503, 507, ...more].map(
      (status) => ProblemsOf(status, says[status] ?? Problem),
    ),
  );
