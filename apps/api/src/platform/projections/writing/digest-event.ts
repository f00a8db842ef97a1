import type { HistoryItem } from '#contract';
import { DIAGRAM_EVENTS, factsOf, type Fact, type ProcessEvent, type StoredDiagram } from '#domain';
import type { Metadata, StoredEvent } from '#event-store';
import { assertKnownShape, isFreeText, isText, TOLD_SHAPES } from './fact-shapes.js';

/** What the read side takes of an event. */
export interface EventToDigest extends Omit<StoredEvent, 'metadata'> {
  metadata: Pick<Metadata, 'hash' | 'at' | 'actor' | 'commandId' | 'demo'>;
  /** Its data as JSON, where that is at hand. */
  text?: string;
}

/** What the read side keeps of one event, ready to be written. */
export interface DigestedEvent {
  facts: Fact[];
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
  const understood = { type: event.type, data: event.data } as unknown as ProcessEvent;
  const facts = factsOf(understood, event.version);
  facts.forEach(assertKnownShape);
  if (!DIAGRAM_EVENTS.has(event.type)) return { facts, data: event.text ?? JSON.stringify(event.data) };
  return {
    facts,
    data: JSON.stringify(event.data, withoutBytes),
    diagram: (understood.data as LooseData).diagram!,
  };
}

const withoutBytes = (member: string, value: unknown) => (member === 'bytes' ? undefined : value);

type Plain = keyof typeof TOLD_SHAPES;
const PLAIN = Object.entries(TOLD_SHAPES) as [Plain, (value: unknown) => boolean][];

/** Texts of which the history gives the words, none where they were erased. */
const TEXTS = ['reason', 'note', 'what'] as const;

/** The members that stand otherwise in the history than in the event. */
interface LooseData extends Partial<Record<Plain | (typeof TEXTS)[number] | 'alternatives', unknown>> {
  diagram?: StoredDiagram;
  version?: number;
  choices?: unknown[];
}

/** What the history tells of an event that was digested once. */
export function told(event: Pick<StoredEvent, 'data'>, demo: boolean): Told {
  const data = event.data as LooseData;
  const line: Record<string, unknown> = {};
  for (const [member, isAsKnown] of PLAIN) if (isAsKnown(data[member])) line[member] = data[member];
  for (const member of TEXTS) {
    const text = data[member];
    if (isFreeText(text) && 'text' in text) line[member] = text.text;
  }
  if (demo) line['demo'] = demo;
  if (Array.isArray(data.alternatives))
    line['alternatives'] = data.alternatives.flatMap((text: unknown) =>
      isFreeText(text) && 'text' in text ? [text.text] : [],
    );
  if (isText(data.diagram?.digest)) line['diagram'] = { digest: data.diagram.digest };
  if (data.version !== undefined) line['names'] = data.version;
  if (Array.isArray(data.choices)) line['choices'] = data.choices.length;
  return line as Told;
}
