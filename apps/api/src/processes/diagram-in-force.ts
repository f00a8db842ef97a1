import { Inject, Injectable } from '@nestjs/common';
import { cut, type Outline } from '#bpmn';
import { standing, type FlowInDiagram, type Presence, type ProcessState } from '#domain';
import type { EventStore } from '#event-store';
import { lookAgain } from '../platform/projections/following/look-again.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { Outlines } from '../process-facts/index.js';
import { EVENT_STORE } from '../platform/log/event-store.token.js';

/** What decisions must know of the diagram that is in force in a state. */
@Injectable()
export class DiagramInForce {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readModel: ReadModel,
  ) {}

  async step(state: ProcessState, elementId: string): Promise<Presence> {
    const steps = (await this.outline(state))?.steps.filter((step) => step.id === elementId) ?? [];
    return presenceOf(steps);
  }

  async flow(state: ProcessState, flowId: string): Promise<FlowInDiagram> {
    const outline = await this.outline(state);
    if (!outline) return { presence: 'absent' };
    const presence = presenceOf(outline.entries.filter((entry) => entry.flowId === flowId));
    const { handovers } = cut(outline, {
      knip: (id) => standing(state, 'knip', id)?.side,
      boundSide: (id) => standing(state, 'binding', id)?.side,
    });
    const crossing = handovers.filter((handover) => handover.flowId === flowId);
    if (crossing.length === 0) return { presence };
    return {
      presence,
      handover: {
        before: [...new Set(crossing.flatMap(({ before }) => before))],
        after: [...new Set(crossing.map(({ after }) => after))],
      },
    };
  }

  /**
   * Undefined where there is no diagram yet. A diagram that another instance just saved is read as soon as
   * this one has caught up.
   */
  private async outline(state: ProcessState): Promise<Outline | undefined> {
    const digest = standing(state, 'diagram')?.digest;
    if (digest === undefined) return undefined;
    return lookAgain(this.store, this.readModel, () => this.readModel.reader(Outlines).get(digest));
  }
}

function presenceOf(found: readonly { decidable: boolean }[]): Presence {
  if (found.length === 0) return 'absent';
  return found.every(({ decidable }) => decidable) ? 'present' : 'ambiguous';
}
