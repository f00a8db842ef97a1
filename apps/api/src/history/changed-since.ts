import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Refusal } from '#domain';
import type { EventStore } from '#event-store';
import { Settings } from '../platform/environment/settings.js';
import { withRoom } from '../platform/http/reading/answer-room.js';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';
import { PROCESS, processRefusalAsProblem } from '../processes/index.js';
import { HistoryReader } from './history-reader.js';
import { ToldHistory } from './told-history.js';
import { StaleExplanations, type Explain } from '../platform/writing/stale-explanations.js';

/** A refusal lists at most this many changes; the history has the others. */
const MOST_TOLD = 100;
const READ_WITHIN_MS = 5_000;

/** Explains a write that came too late by what changed since the version that was seen. */
@Injectable()
export class ChangedSince implements OnModuleInit {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly told: ToldHistory,
    private readonly explanations: StaleExplanations,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.explanations.register(PROCESS, this.explain);
  }

  /** A refusal because of an outdated version gets the newest version and what came in between. */
  private readonly explain: Explain = async (error, { subject, seen = 0 }) => {
    if (!(error instanceof Refusal) || error.code !== 'seenStale') return error;
    const position = await this.store.lastPosition();
    if (position !== undefined) await this.readModel.caughtUp(position, READ_WITHIN_MS);
    const newest = this.readModel.stream(PROCESS.aggregate.stream(subject.id));
    if (!newest) return error;
    const lines = this.readModel.reader(HistoryReader).page(newest.no, seen, MOST_TOLD, {});
    const changes = withRoom(
      lines.map((line) => this.told.item(line)),
      this.settings.bounds,
    ).told;
    const { kind, extras } = processRefusalAsProblem(error)!;
    return new ProblemException(kind, { ...extras, members: { version: newest.version, changes } });
  };
}
