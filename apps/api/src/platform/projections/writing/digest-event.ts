import type { HistoryItem } from '#contract';
import {
  DIAGRAM_EVENTS,
  factsOf,
  PROCESS_EVENTS,
  upcastProcessEvent,
  type DataOf,
  type FreeText,
  type ObjectShape,
  type ProcessEventType,
  type ProcessFact,
  type StoredDiagram,
} from '#domain';
import type { Metadata, StoredEvent } from '#event-store';

/** What the read side takes of an event. */
export interface EventToDigest extends Omit<StoredEvent, 'metadata'> {
  metadata: Pick<Metadata, 'hash' | 'at' | 'actor' | 'commandId' | 'demo' | 'schemaVersion'>;
  /** Its data as JSON, where that is at hand. */
  text?: string;
}

/** What the read side keeps of one event, ready to be written: in its current shape. */
export interface DigestedEvent {
  type: string;
  facts: ProcessFact[];
  /** The event's data as JSON, without the bytes of diagrams. */
  data: string;
  diagram?: StoredDiagram;
}

/**
 * A line of the history without what stands in columns of its own, and with the id of a person in place of
 * the name.
 */
export type Told = Omit<HistoryItem, 'version' | 'type' | 'at' | 'actor' | 'elementName' | 'person'> & {
  person?: string;
};

/**
 * What one event says to the read side.
 * @throws Error when the event cannot be understood
 */
export function digestEvent(event: EventToDigest): DigestedEvent {
  const { schemaVersion } = event.metadata;
  const current = upcastProcessEvent({ type: event.type, data: event.data, schemaVersion });
  const { type, data } = current;
  const facts = factsOf(current, event.version);
  if (DIAGRAM_EVENTS.has(type)) {
    const { diagram } = data as DataOf<'DiagramSaved'>;
    return { type, facts, data: JSON.stringify(data, withoutBytes), diagram };
  }
  const isAsStored = (data as unknown) === event.data;
  return { type, facts, data: (isAsStored && event.text) || JSON.stringify(data) };
}

const withoutBytes = (member: string, value: unknown) => (member === 'bytes' ? undefined : value);

/** The members that the history gives as they stand in the event. */
const PLAIN: ReadonlySet<string> = new Set<keyof Told>([
  'elementId',
  'flowId',
  'side',
  'role',
  'channels',
  'name',
  'person',
  'source',
  'by',
  'within',
  'data',
  'base',
  'mergedWith',
]);

/** What the history tells of an event that was digested once; a member in an unknown form is left out. */
export function told({ type, data }: Pick<StoredEvent, 'type' | 'data'>, demo: boolean): Told {
  const { members }: ObjectShape = PROCESS_EVENTS[type as ProcessEventType];
  const line: Record<string, unknown> = {};
  for (const [name, { fits, freeText }] of Object.entries(members)) {
    const value: unknown = data[name];
    if (value === undefined || !fits(value)) continue;
    if (freeText) Object.assign(line, words(name, value as FreeText | FreeText[]));
    else if (PLAIN.has(name)) line[name] = value;
    else if (name === 'diagram') line['diagram'] = { digest: (value as StoredDiagram).digest };
    else if (name === 'version') line['names'] = value;
    else if (name === 'choices') line['choices'] = (value as unknown[]).length;
  }
  if (demo) line['demo'] = demo;
  return line as Told;
}

/** A member with the words of a text, or of each text in a list. Erased texts have no words. */
function words(name: string, text: FreeText | FreeText[]): Record<string, string | string[]> {
  if (Array.isArray(text)) return { [name]: text.flatMap((one) => ('text' in one ? [one.text] : [])) };
  return 'text' in text ? { [name]: text.text } : {};
}
