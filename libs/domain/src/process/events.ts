/**
 * The events of one process, as they stand in the log (model.md, "Events of a process"). Released shapes
 * never change.
 */

export type Side = 'front' | 'back';
export type Role = 'generalist' | 'specialist';
export type Channel = 'web' | 'phone' | 'desk' | 'post' | 'email';
export type Domain = string;

export const SIDES: readonly Side[] = ['front', 'back'];
export const ROLES: readonly Role[] = ['generalist', 'specialist'];
export const CHANNELS: readonly Channel[] = ['web', 'phone', 'desk', 'post', 'email'];

/**
 * Text that a person wrote. The salt is added when the event is sealed; a text that was erased later is left
 * with its digest alone.
 */
export type FreeText = { text: string; salt?: string } | { digest: string };

/**
 * The bytes of a diagram, base64 of their compressed form; `digest` is SHA-256 (hex) of the original bytes.
 */
export interface StoredDiagram {
  digest: string;
  encoding: 'br';
  bytes: string;
}

/** What a person took where two sides could not go together; `conflict` is its digest (http.md, merges). */
export interface MergeChoice {
  conflict: string;
  take: 'mine' | 'theirs';
}

export interface Term {
  amount: number;
  unit: 'hours' | 'workingDays';
}

export interface RequestedDatum {
  name: string;
  /** The registry that already holds it, if any. */
  registry?: string;
}

export type ProcessEvent =
  | { type: 'ProcessRegistered'; data: { name: string; domain: Domain; caseType?: string } }
  | { type: 'ProcessRenamed'; data: { name: string; reason: FreeText } }
  | { type: 'ProcessRetired'; data: { reason: FreeText } }
  | { type: 'ProcessOwnerNamed'; data: { person: string; reason: FreeText } }
  | { type: 'DiagramSaved'; data: { diagram: StoredDiagram; note?: FreeText } }
  /**
   * `diagram` is the result of bringing `mine`, made on version `base`, together with the diagram that
   * version `mergedWith` saved.
   */
  | {
      type: 'DiagramMerged';
      data: {
        base: number;
        mergedWith: number;
        mine: StoredDiagram;
        diagram: StoredDiagram;
        choices: MergeChoice[];
        note?: FreeText;
      };
    }
  | {
      type: 'KnipDecided';
      data: { elementId: string; side: Side; role?: Role; alternatives?: FreeText[]; reason: FreeText };
    }
  | { type: 'KnipWithdrawn'; data: { elementId: string; reason: FreeText } }
  | { type: 'ChannelsPrioritised'; data: { elementId?: string; channels: Channel[]; reason: FreeText } }
  | {
      type: 'HandoverAgreed';
      data: {
        flowId: string;
        before: string[];
        after: string[];
        what: FreeText;
        within?: Term;
        reason: FreeText;
      };
    }
  | { type: 'DataRequestsRecorded'; data: { elementId: string; data: RequestedDatum[]; reason: FreeText } }
  | {
      type: 'StepBound';
      data: { elementId: string; side?: Side; by?: string; source: string; reason: FreeText };
    }
  | { type: 'BindingLifted'; data: { elementId: string; reason: FreeText } }
  | { type: 'MilestoneNamed'; data: { name: string; version: number } };

export type ProcessEventType = ProcessEvent['type'];

/** The types of events that bring a diagram along, as `diagram`. */
export const DIAGRAM_EVENTS: ReadonlySet<string> = new Set<ProcessEventType>([
  'DiagramSaved',
  'DiagramMerged',
]);

/** The stream that holds the events of one process. */
export const processStream = (id: string): string => `process-${id}`;
