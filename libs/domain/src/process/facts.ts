import type { Channel, FreeText, ProcessEvent, RequestedDatum, Role, Side, Term } from './events.js';

/**
 * What holds of a process, as keyed facts: the state in memory and the rows of the read side are both made of
 * them, so that a decision and a screen can never disagree about what an event means.
 */
export interface FactValues {
  /** Key '' */
  name: { name: string };
  /** Key '' */
  domain: { domain: string; caseType?: string };
  /** Key '' */
  retirement: { reason: FreeText };
  /** Key '' */
  owner: { person: string; reason: FreeText };
  /** Key ''; `version` is the event that holds the bytes. */
  diagram: { digest: string; version: number };
  /** Key: the element */
  knip: { side: Side; role?: Role; alternatives?: FreeText[]; reason: FreeText };
  /** Key: the element, or '' for the whole process */
  channels: { channels: Channel[]; reason: FreeText };
  /** Key: the flow */
  handover: { before: string[]; after: string[]; what: FreeText; within?: Term; reason: FreeText };
  /** Key: the element */
  dataRequests: { data: RequestedDatum[]; reason: FreeText };
  /** Key: the element */
  binding: { side?: Side; by?: string; source: string; reason: FreeText };
  /** Key: the milestone's name */
  milestone: { version: number };
}

export type FactKind = keyof FactValues;

/** The kinds whose key is an element or a flow of the diagram. */
export const ABOUT_ELEMENTS = [
  'knip',
  'channels',
  'handover',
  'dataRequests',
  'binding',
] as const satisfies readonly FactKind[];

/** One fact that an event brings about; `value` null says that it holds no longer. */
export type Fact = { [K in FactKind]: { kind: K; key: string; value: FactValues[K] | null } }[FactKind];

/** A fact as it stands: with the version that brought it about. */
export interface StandingFact<K extends FactKind> {
  value: FactValues[K];
  version: number;
}

/**
 * The facts that one event brings about.
 * @param version the version that the event made
 */
export function factsOf(event: ProcessEvent, version: number): Fact[] {
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
    case 'StepBound': {
      const { elementId, ...binding } = event.data;
      return [{ kind: 'binding', key: elementId, value: binding }];
    }
    case 'BindingLifted':
      return [{ kind: 'binding', key: event.data.elementId, value: null }];
    case 'MilestoneNamed':
      return [{ kind: 'milestone', key: event.data.name, value: { version: event.data.version } }];
    default:
      return unknownEvent(event);
  }
}

function unknownEvent(event: never): never {
  throw new Error(`Unknown event type ${(event as { type: string }).type}.`);
}
