import { Injectable } from '@nestjs/common';
import type { Writing } from './writing.js';

/** Turns the error of a write into the answer; an error that it does not know is given back as it is. */
export type Explain = (error: unknown, writing: Writing<{ id: string }>) => Promise<unknown>;

/**
 * How writes that came too late are explained, per kind of subject. A feature that can tell what changed in
 * between registers here, so that the writer need not know it.
 */
@Injectable()
export class StaleExplanations {
  private readonly byKind = new Map<string, Explain>();

  register(kind: string, explain: Explain): void {
    this.byKind.set(kind, explain);
  }

  async explain(error: unknown, writing: Writing<{ id: string }>): Promise<unknown> {
    const explain = this.byKind.get(writing.subject.kind.name);
    return explain ? explain(error, writing) : error;
  }
}
