import type { Fact } from '../facts.js';
import type { ProcessDataOf, ProcessEvent } from './events.js';

/** What can hold of a process: its kinds of facts, each with its key and what it says. */
export interface ProcessFactValues {
  /** Key '' */
  name: Pick<ProcessDataOf<'ProcessRegistered'>, 'name'>;
  /** Key '' */
  domain: Omit<ProcessDataOf<'ProcessRegistered'>, 'name'>;
  /** Key '' */
  retirement: ProcessDataOf<'ProcessRetired'>;
  /** Key '' */
  owner: ProcessDataOf<'ProcessOwnerNamed'>;
  /** Key ''; `version` is the event that holds the bytes. */
  diagram: { digest: string; version: number };
  /** Key: the element */
  knip: Omit<ProcessDataOf<'KnipDecided'>, 'elementId'>;
  /** Key: the element, or '' for the whole process */
  channels: Omit<ProcessDataOf<'ChannelsPrioritised'>, 'elementId'>;
  /** Key: the flow */
  handover: Omit<ProcessDataOf<'HandoverAgreed'>, 'flowId'>;
  /** Key: the element */
  dataRequests: Omit<ProcessDataOf<'DataRequestsRecorded'>, 'elementId'>;
  /** Key: the element */
  binding: Omit<ProcessDataOf<'StepBound'>, 'elementId'>;
  /** Key: the milestone's name */
  milestone: Pick<ProcessDataOf<'MilestoneNamed'>, 'version'>;
}

export type ProcessFactKind = keyof ProcessFactValues;

/** The kinds whose key is an element or a flow of the diagram. */
export const PROCESS_KINDS_ABOUT_ELEMENTS = [
  'knip',
  'channels',
  'handover',
  'dataRequests',
  'binding',
] as const satisfies readonly ProcessFactKind[];

/** A kind of decision about an element or a flow. */
export type ElementDecisionKind = (typeof PROCESS_KINDS_ABOUT_ELEMENTS)[number];

/** One fact that an event sets or ends. */
export type ProcessFact = Fact<ProcessFactValues>;

/**
 * The facts that one event brings.
 * @param version the version that the event made
 */
export function processFactsOf(event: ProcessEvent, version: number): ProcessFact[] {
  switch (event.type) {
    case 'ProcessRegistered': {
      const { name, ...domain } = event.data;
      return [
        { kind: 'name', key: '', value: { name } },
        { kind: 'domain', key: '', value: domain },
      ];
    }
    case 'ProcessRenamed':
      return [{ kind: 'name', key: '', value: { name: event.data.name } }];
    case 'ProcessRetired':
      return [{ kind: 'retirement', key: '', value: event.data }];
    case 'ProcessOwnerNamed':
      return [{ kind: 'owner', key: '', value: event.data }];
    case 'DiagramSaved':
    case 'DiagramMerged':
      return [{ kind: 'diagram', key: '', value: { digest: event.data.diagram.digest, version } }];
    case 'KnipDecided': {
      const { elementId, ...knip } = event.data;
      return [{ kind: 'knip', key: elementId, value: knip }];
    }
    case 'KnipWithdrawn':
      return [{ kind: 'knip', key: event.data.elementId, value: null }];
    case 'ChannelsPrioritised': {
      const { elementId, ...channels } = event.data;
      return [{ kind: 'channels', key: elementId ?? '', value: channels }];
    }
    case 'HandoverAgreed': {
      const { flowId, ...agreement } = event.data;
      return [{ kind: 'handover', key: flowId, value: agreement }];
    }
    case 'DataRequestsRecorded': {
      const { elementId, ...requests } = event.data;
      return [{ kind: 'dataRequests', key: elementId, value: requests }];
    }
    case 'DecisionEnded':
      return [{ kind: event.data.kind, key: event.data.key, value: null }];
    case 'StepBound': {
      const { elementId, ...binding } = event.data;
      return [{ kind: 'binding', key: elementId, value: binding }];
    }
    case 'BindingLifted':
      return [{ kind: 'binding', key: event.data.elementId, value: null }];
    case 'MilestoneNamed':
      return [{ kind: 'milestone', key: event.data.name, value: { version: event.data.version } }];
  }
}
