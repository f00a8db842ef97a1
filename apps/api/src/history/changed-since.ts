import { Inject, Injectable } from '@nestjs/common';
import { Refusal } from '#domain';
import type { EventStore } from '#event-store';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { ReadModel } from '../platform/projections/read-model.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { ToldHistory } from './told-history.js';
import type { Writing } from '../platform/writing/writing.js';

/** So many changes at most are told with a refusal; the history has the others. */
const MOST_TOLD = 100;
const READ_WITHIN_MS = 5_000;

/** Tells whoever comes too late what changed since the version they saw. */
@Injectable()
export class ChangedSince {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly told: ToldHistory,
  ) {}

  /**
   * The error as it is answered: a refusal because of an outdated version gets the newest version and what
   * came in between.
   */
  async explain(error: unknown, { process, seen = 0 }: Writing): Promise<unknown> {
    if (!(error instanceof Refusal) || error.code !== 'seenStale') return error;
    const position = await this.store.lastPosition();
    if (position !== undefined) await this.readModel.caughtUp(position, READ_WITHIN_MS);
    const newest = this.readModel.states.newest(process);
    if (!newest) return error;
    const changes = this.readModel.history
      .page(newest.no, seen, MOST_TOLD, {})
      .lines.map((line) => this.told.item(line));
    return new ProblemException('seenStale', { params: error.params, version: newest.version, changes });
  }
}
