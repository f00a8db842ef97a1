import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';
import { HasTag } from '../routes/route-says.js';

/** Documents how to see one's own writes. */
export const SeesPosition = () =>
  ApiHeader({
    name: 'Log-Position',
    required: false,
    description: 'As a write answered it: the read waits until this instance shows that write.',
    schema: { type: 'string', example: '42' },
  });

/** The answer has an `ETag`: its handler calls `lastChangedIn`. A client that has it gets 304. */
export const KnownByTag = () =>
  applyDecorators(
    HasTag(),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The `ETag` one has already; 304 while it holds.',
      schema: { type: 'string', example: '"12.9f86d081884c7d659a2feaa0c55ad015"' },
    }),
    ApiResponse({ status: 304, description: 'What one has still holds.' }),
  );
