import { Injectable } from '@nestjs/common';
import type { SubjectKind } from './subject.js';
import type { Writing } from './writing.js';

/** Turns the error of a write into the answer. Returns an error that it does not know as it is. */
export type Explain = (error: unknown, writing: Writing<{ id: string }>) => Promise<unknown>;

/**
 * Explains writes that were based on an old version, per kind of subject. A feature that knows what
 * changed in between registers here, so the writer does not depend on it.
 */
@Injectable()
export class StaleExplanations {
  private readonly byKind = new Map<string, Explain>();

  register({ aggregate }: SubjectKind, explain: Explain): void {
    this.byKind.set(aggregate.name, explain);
  }

  async explain(error: unknown, writing: Writing<{ id: string }>): Promise<unknown> {
    const explain = this.byKind.get(writing.subject.kind.aggregate.name);
    return explain ? explain(error, writing) : error;
  }
}
