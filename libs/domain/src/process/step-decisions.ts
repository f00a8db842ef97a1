import { standing } from '../facts.js';
import { bounded, properName, toFreeText } from '../texts.js';
import type { Channel, ProcessEvent, RequestedDatum, Role, Side, Term } from './events.js';
import { isChannelOrder, PROCESS_LIMITS } from './input-rules.js';
import {
  assertOpen,
  assertSeen,
  assertStep,
  processNameOf,
  type OnProcess,
  type Presence,
} from './preconditions.js';
import { ProcessRefusal } from './process-refusal.js';
import type { ProcessState } from './state.js';

/*
 * Decisions about a step or a flow of the diagram in force. What they need to know of the diagram is passed
 * in.
 */

interface OnStep extends OnProcess {
  elementId: string;
}
export interface DecideKnip extends OnStep {
  side: Side;
  role?: Role;
  reason: string;
  alternatives?: string[];
}

/**
 * Decides front or back office for one step.
 * @throws Refusal when law binds the step to the other side; somebody must lift that binding first
 */
export function decideKnip(state: ProcessState, command: DecideKnip, presence: Presence): ProcessEvent[] {
  const { elementId, side, role } = command;
  assertOpen(state, command);
  assertStep(state, elementId, presence);
  assertSeen(state, command, 'knip', elementId);
  const binding = standing(state, 'binding', elementId);
  if (binding?.side && binding.side !== side) {
    throw new ProcessRefusal('boundToOtherSide', {
      element: elementId,
      side: binding.side,
      source: binding.source,
    });
  }
  const alternatives = bounded('alternatives', command.alternatives ?? [], PROCESS_LIMITS.alternatives).map(
    (text) => toFreeText('alternatives', text),
  );
  const reason = toFreeText('reason', command.reason);
  return [
    {
      type: 'KnipDecided',
      data: {
        elementId,
        side,
        ...(role && { role }),
        ...(alternatives.length > 0 && { alternatives }),
        reason,
      },
    },
  ];
}

export interface WithdrawKnip extends OnStep {
  reason: string;
}

/** Withdraws a knip, also one whose step is no longer in the diagram. */
export function withdrawKnip(state: ProcessState, command: WithdrawKnip, presence: Presence): ProcessEvent[] {
  const { elementId } = command;
  assertOpen(state, command);
  const knip = standing(state, 'knip', elementId);
  if (!knip || presence === 'ambiguous') assertStep(state, elementId, presence);
  assertSeen(state, command, 'knip', elementId);
  if (!knip) throw new ProcessRefusal('knipAbsent', { element: elementId });
  return [{ type: 'KnipWithdrawn', data: { elementId, reason: toFreeText('reason', command.reason) } }];
}

export interface PrioritiseChannels extends OnProcess {
  elementId?: string;
  channels: Channel[];
  reason: string;
}

/**
 * Puts the channels in order of preference, for the whole process or for one step.
 * @param presence of the step; not used for the whole process
 */
export function prioritiseChannels(
  state: ProcessState,
  command: PrioritiseChannels,
  presence: Presence,
): ProcessEvent[] {
  const { elementId, channels } = command;
  assertOpen(state, command);
  if (elementId !== undefined) assertStep(state, elementId, presence);
  assertSeen(state, command, 'channels', elementId ?? '');
  if (!isChannelOrder(channels)) throw new ProcessRefusal('channelsInvalid');
  const reason = toFreeText('reason', command.reason);
  return [
    {
      type: 'ChannelsPrioritised',
      data: { ...(elementId !== undefined && { elementId }), channels, reason },
    },
  ];
}

export interface AgreeHandover extends OnProcess {
  flowId: string;
  what: string;
  within?: Term;
  reason: string;
}
/** What an agreement needs to know of its flow; `handover` only where the flow crosses the knip. */
export interface FlowInDiagram {
  presence: Presence;
  handover?: { before: string[]; after: string[] };
}

/** Agrees what is handed over at a flow that crosses the knip, and within how long. */
export function agreeHandover(
  state: ProcessState,
  command: AgreeHandover,
  flow: FlowInDiagram,
): ProcessEvent[] {
  const { flowId, within } = command;
  assertOpen(state, command);
  const named = { flow: flowId, name: processNameOf(state), version: state.version };
  if (flow.presence === 'absent') throw new ProcessRefusal('flowUnknown', named);
  if (flow.presence === 'ambiguous') throw new ProcessRefusal('flowUndecidable', named);
  assertSeen(state, command, 'handover', flowId);
  if (!flow.handover) throw new ProcessRefusal('flowNoHandover', named);
  return [
    {
      type: 'HandoverAgreed',
      data: {
        flowId,
        before: flow.handover.before,
        after: flow.handover.after,
        what: toFreeText('what', command.what),
        ...(within && { within }),
        reason: toFreeText('reason', command.reason),
      },
    },
  ];
}

export interface RecordDataRequests extends OnStep {
  data: RequestedDatum[];
  reason: string;
}

/**
 * Records the data that a step asks of the citizen, each with the registry that holds it. An empty list means
 * that the step asks nothing.
 */
export function recordDataRequests(
  state: ProcessState,
  command: RecordDataRequests,
  presence: Presence,
): ProcessEvent[] {
  const { elementId } = command;
  assertOpen(state, command);
  assertStep(state, elementId, presence);
  assertSeen(state, command, 'dataRequests', elementId);
  const data = bounded('data', command.data, PROCESS_LIMITS.data).map(({ name, registry }) => ({
    name: properName('data', name),
    ...(registry !== undefined && { registry: properName('data', registry) }),
  }));
  return [
    { type: 'DataRequestsRecorded', data: { elementId, data, reason: toFreeText('reason', command.reason) } },
  ];
}

export interface BindStep extends OnStep {
  side?: Side;
  by?: string;
  source: string;
  reason: string;
}

/**
 * Records what law or mandate fixes of a step: a side, or who may do it.
 * @throws Refusal when there is a knip for the other side
 */
export function bindStep(state: ProcessState, command: BindStep, presence: Presence): ProcessEvent[] {
  const { elementId, side } = command;
  assertOpen(state, command);
  assertStep(state, elementId, presence);
  assertSeen(state, command, 'binding', elementId);
  if (!side && command.by === undefined) throw new ProcessRefusal('bindingEmpty', { element: elementId });
  const knip = standing(state, 'knip', elementId);
  if (side && knip && knip.side !== side)
    throw new ProcessRefusal('knipAgainstBinding', { element: elementId, side: knip.side });
  const by = command.by === undefined ? undefined : properName('by', command.by, PROCESS_LIMITS.source);
  const source = properName('source', command.source, PROCESS_LIMITS.source);
  return [
    {
      type: 'StepBound',
      data: {
        elementId,
        ...(side && { side }),
        ...(by && { by }),
        source,
        reason: toFreeText('reason', command.reason),
      },
    },
  ];
}

export interface LiftBinding extends OnStep {
  reason: string;
}

/** Lifts a binding, so that a knip can decide again. */
export function liftBinding(state: ProcessState, command: LiftBinding, presence: Presence): ProcessEvent[] {
  const { elementId } = command;
  assertOpen(state, command);
  const binding = standing(state, 'binding', elementId);
  if (!binding || presence === 'ambiguous') assertStep(state, elementId, presence);
  assertSeen(state, command, 'binding', elementId);
  if (!binding) throw new ProcessRefusal('bindingAbsent', { element: elementId });
  return [{ type: 'BindingLifted', data: { elementId, reason: toFreeText('reason', command.reason) } }];
}
