import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiQuery, ApiResponse } from '@nestjs/swagger';

/** Documents one parameter that may be left out. */
export const MayAsk = (name: string, description: string, example?: string | number) =>
  ApiQuery({
    name,
    required: false,
    description,
    schema: {
      type: typeof example === 'number' ? 'integer' : 'string',
      ...(example !== undefined && { example }),
    },
  });

/** Documents the two ways to ask for an earlier state. */
export const VersionParameters = () =>
  applyDecorators(
    ApiQuery({
      name: 'version',
      required: false,
      description: 'As of this version (versie); the newest if left out.',
      schema: { type: 'integer', minimum: 1, example: 3 },
    }),
    ApiQuery({
      name: 'at',
      required: false,
      description:
        'As of this moment (moment): RFC 3339 with `Z` or an encoded offset. Not together with `version`.',
      schema: { type: 'string', format: 'date-time', example: '2026-03-04T10:15:00Z' },
    }),
  );

/** Documents how to see one's own writes. */
export const SeesPosition = () =>
  ApiHeader({
    name: 'Log-Position',
    required: false,
    description: 'As a write answered it: the read waits until this instance shows that write.',
    schema: { type: 'string', example: '42' },
  });

/** Documents that the answer has an `ETag`, and is not sent again to whoever has it. */
export const KnownByTag = () =>
  applyDecorators(
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The `ETag` one has already; 304 while it holds.',
      schema: { type: 'string', example: '"12"' },
    }),
    ApiResponse({ status: 304, description: 'What one has still holds.' }),
  );
