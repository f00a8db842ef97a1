import { Inject, Injectable } from '@nestjs/common';
import { processStream, type ProcessState } from '#domain';
import type { EventStore } from '#event-store';
import { lookAgain } from '../platform/projections/following/look-again.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { DiagramsWithIds, StateReader } from '../process-facts/index.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';

/**
 * The states that a process had, for decisions that look back; one that another instance just made is read as
 * soon as this one has caught up.
 */
@Injectable()
export class EarlierStates {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
  ) {}

  /**
   * @param version one that the log holds
   * @throws NotCaughtUp when this instance cannot read that far yet
   */
  async of(process: string, version: number): Promise<ProcessState> {
    return this.readModel.reader(StateReader).asOf(await this.readable(process, version), version).state;
  }

  /**
   * The newest version before another one that saved a diagram with one of some ids; undefined where none
   * did.
   * @param version one that the log holds
   * @throws NotCaughtUp when this instance cannot read that far yet
   */
  async lastDiagramWith(
    process: string,
    version: number,
    ids: readonly string[],
  ): Promise<number | undefined> {
    const no = await this.readable(process, version);
    return this.readModel.reader(DiagramsWithIds).lastBefore(no, version, ids);
  }

  /** Number of the process, once this version of it can be read. */
  private readable(process: string, version: number): Promise<number> {
    return lookAgain(this.store, this.readModel, () => {
      const newest = this.readModel.stream(processStream(process));
      return newest && newest.version >= version ? newest.no : undefined;
    });
  }
}
