import type { HistoryItem } from '#contract';
import { factsOf, type Fact, type FreeText, type ProcessEvent, type StoredDiagram } from '#domain';
import type { StoredEvent } from '#event-store';
import { assertKnownShape, TOLD_SHAPES } from './fact-shapes.js';

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
  facts.forEach(assertKnownShape);
  const summary = told(understood, event.metadata.demo);
  return {
    facts,
    element: summary.elementId ?? summary.flowId ?? null,
    summary: JSON.stringify(summary),
    ...('diagram' in understood.data && { diagram: understood.data.diagram }),
  };
}

type Plain = keyof typeof TOLD_SHAPES;
const PLAIN = Object.entries(TOLD_SHAPES) as [Plain, (value: unknown) => boolean][];

/** Texts of which the history gives the words, none where they were erased. */
const TEXTS = ['reason', 'note', 'what'] as const;

/** The members that stand otherwise in the history than in the event. */
interface LooseData extends Partial<Record<Plain, unknown>>, Partial<Record<(typeof TEXTS)[number], FreeText>> {
  alternatives?: FreeText[];
  diagram?: StoredDiagram;
  version?: number;
  choices?: unknown[];
}

function told(event: ProcessEvent, demo: true | undefined): Told {
  const data: LooseData = event.data;
  const line: Record<string, unknown> = {};
  for (const [member, isAsKnown] of PLAIN) if (isAsKnown(data[member])) line[member] = data[member];
  for (const member of TEXTS) {
    const text = data[member];
    if (text && 'text' in text) line[member] = text.text;
  }
  if (demo) line['demo'] = demo;
  if (data.alternatives) line['alternatives'] = data.alternatives.flatMap((text) => ('text' in text ? [text.text] : []));
  if (data.diagram) line['diagram'] = { digest: data.diagram.digest };
  if (data.version !== undefined) line['names'] = data.version;
  if (Array.isArray(data.choices)) line['choices'] = data.choices.length;
  return line as Told;
}
