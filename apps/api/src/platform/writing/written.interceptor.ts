import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Written } from './written.answer.js';
import type { WriteResult } from './write-result.js';

/**
 * Every write answers alike: the version, and the id of what was made or written to, with `ETag` and
 * `Log-Position`; `Location` where something was made.
 */
@Injectable()
export class WrittenInterceptor implements NestInterceptor<WriteResult, Written> {
  intercept(context: ExecutionContext, next: CallHandler<WriteResult>): Observable<Written> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ position, recorded, address, ...written }) => {
        reply.header('ETag', `"${written.version}"`);
        if (position !== undefined) reply.header('Log-Position', position);
        if (reply.statusCode === 201 && !recorded) reply.status(200);
        if (reply.statusCode === 201) reply.header('Location', address);
        return written;
      }),
    );
  }
}
