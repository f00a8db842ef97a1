import type { HistoryItem } from '#contract';
import { factsOf, type Fact, type FreeText, type ProcessEvent, type StoredDiagram } from '#domain';
import type { StoredEvent } from '#event-store';

/** What the read side keeps of one event, ready to be written. */
export interface DigestedEvent {
  facts: Fact[];
  /** The element or flow that the event is about. */
  element: string | null;
  /** What the history tells of it, as JSON: `Told`. */
  summary: string;
  diagram?: StoredDiagram;
}

/** A line of the history without what stands in columns of its own, and with the id of a person in place of the name. */
export type Told = Omit<HistoryItem, 'version' | 'type' | 'at' | 'actor' | 'elementName' | 'person'> & { person?: string };

/**
 * What one event says to the read side.
 * @throws Error when the event cannot be understood
 */
export function digestEvent(event: StoredEvent): DigestedEvent {
  const understood = { type: event.type, data: event.data } as unknown as ProcessEvent;
  const facts = factsOf(understood, event.version);
  for (const fact of facts) {
    if (typeof fact.key !== 'string') throw new Error(`${event.type} does not say what it is about.`);
  }
  const summary = told(understood, event.metadata.demo);
  return {
    facts,
    element: summary.elementId ?? summary.flowId ?? null,
    summary: JSON.stringify(summary),
    ...(understood.type === 'DiagramSaved' && { diagram: understood.data.diagram }),
  };
}

/** Members of an event that the history gives as they stand. */
const PLAIN = ['elementId', 'flowId', 'side', 'role', 'channels', 'name', 'person', 'source', 'by', 'within', 'data'] as const;

/** The members that stand otherwise in the history than in the event. */
interface LooseData extends Partial<Record<(typeof PLAIN)[number], unknown>> {
  reason?: FreeText;
  note?: FreeText;
  what?: FreeText;
  alternatives?: FreeText[];
  diagram?: StoredDiagram;
  version?: number;
}

function told(event: ProcessEvent, demo: true | undefined): Told {
  const data: LooseData = event.data;
  const { reason, note, what, alternatives, diagram, version } = data;
  return {
    ...Object.fromEntries(PLAIN.filter((member) => data[member] !== undefined).map((member) => [member, data[member]])),
    ...(demo && { demo }),
    ...texts({ reason, note, what }),
    ...(alternatives && { alternatives: alternatives.flatMap(readable) }),
    ...(diagram && { diagram: { digest: diagram.digest } }),
    ...(version !== undefined && { names: version }),
  };
}

function texts(named: Record<string, FreeText | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(named).flatMap(([name, text]) => (text ? readable(text).map((words) => [name, words]) : [])));
}

/** The words of a text, none when they were erased. */
function readable(text: FreeText): string[] {
  return 'text' in text ? [text.text] : [];
}
