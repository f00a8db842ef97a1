import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';

/** Documents how to see one's own writes. */
export const SeesPosition = () =>
  ApiHeader({
    name: 'Log-Position',
    required: false,
    description: 'As a write answered it: the read waits until this instance shows that write.',
    schema: { type: 'string', example: '42' },
  });

/** Documents that the answer has an `ETag`, and is not sent again to a client that has it. */
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
