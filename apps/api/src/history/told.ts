import type { HistoryItem } from './history.answer.js';
import {
  PROCESS_EVENTS,
  type FreeText,
  type ObjectShape,
  type ProcessEventType,
  type StoredDiagram,
} from '#domain';
import type { StoredEvent } from '#event-store';

/**
 * A line of the history without what stands in columns of its own, and with the id of a person in place of
 * the name.
 */
export type Told = Omit<HistoryItem, 'version' | 'type' | 'at' | 'actor' | 'elementName' | 'person'> & {
  person?: string;
};

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

/** What the history tells of an event in its current shape; a member in an unknown form is left out. */
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
