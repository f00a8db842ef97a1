import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, type Observable } from 'rxjs';
import { FIELDS } from '../../http/problems/field.problems.js';
import { invalidInput } from '../../http/problems/problem-exception.js';
import { saysDamaged } from '../file/read-model-file.js';
import { NotCaughtUp, ReadModel } from './read-model.js';

/** How long a read waits for what its sender has seen elsewhere. */
const PATIENCE_MS = 5_000;

/**
 * Runs before every read. Nobody is shown less than they have seen (`Log-Position`), or a read model that is
 * still being built. A read that meets damage starts a rebuild.
 */
@Injectable()
export class SeenPositionInterceptor implements NestInterceptor {
  constructor(private readonly readModel: ReadModel) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const seen = context.switchToHttp().getRequest<FastifyRequest>().headers['log-position'];
    if (seen !== undefined) await this.waitFor(String(seen));
    if (!this.readModel.readable) throw new NotCaughtUp();
    return next.handle().pipe(catchError((error: unknown) => this.mend(error)));
  }

  private async waitFor(seen: string): Promise<void> {
    try {
      await this.readModel.caughtUp(seen, PATIENCE_MS);
    } catch (error) {
      throw error instanceof RangeError
        ? invalidInput({ field: 'Log-Position', kind: FIELDS.position })
        : error;
    }
  }

  private mend(error: unknown): never {
    if (!saysDamaged(error)) throw error;
    void this.readModel.rebuild();
    throw new NotCaughtUp();
  }
}
