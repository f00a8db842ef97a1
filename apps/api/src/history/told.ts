import type { HistoryItem } from './history.answer.js';
import {
  PROCESS_EVENTS,
  wordsOf,
  type FreeText,
  type ObjectShape,
  type ProcessEventType,
  type StoredDiagram,
} from '#domain';
import type { StoredEvent } from '#event-store';

/**
 * A line of the history without what has a column of its own, and with the id of a person in place of
 * the name.
 */
export type Told = Omit<
  HistoryItem,
  'version' | 'type' | 'at' | 'actor' | 'elementName' | 'element' | 'person'
> & {
  person?: string;
};

/** The name of a member of any event. */
type MemberName = {
  [Type in ProcessEventType]: keyof (typeof PROCESS_EVENTS)[Type]['members'];
}[ProcessEventType];

/** What the history leaves out. */
const UNTOLD = ['domain', 'caseType', 'before', 'after', 'mine', 'key'] as const satisfies MemberName[];
/** What it tells in another form than the event has. */
const IN_SHORT = {
  diagram: (diagram: StoredDiagram) => ['diagram', { digest: diagram.digest }],
  version: (version: number) => ['names', version],
  choices: (choices: unknown[]) => ['choices', choices.length],
} satisfies { [Name in MemberName]?: (value: never) => [keyof Told, unknown] };

/** Every other member is shown unchanged: it does not compile until `HistoryItem` has that member too. */
type ToldAsItStands = Exclude<MemberName, (typeof UNTOLD)[number] | keyof typeof IN_SHORT>;
const asItStands = (name: ToldAsItStands): keyof Told => name;

/** What the history tells of an event in its current shape; a member in an unknown form is left out. */
export function told({ type, data }: Pick<StoredEvent, 'type' | 'data'>, demo: boolean): Told {
  const { members }: ObjectShape = PROCESS_EVENTS[type as ProcessEventType];
  const line: Record<string, unknown> = {};
  for (const [name, { fits, freeText }] of Object.entries(members)) {
    const value: unknown = data[name];
    if (value === undefined || !fits(value) || UNTOLD.some((untold) => untold === name)) continue;
    const short = (IN_SHORT as Record<string, ((value: unknown) => [string, unknown]) | undefined>)[name];
    const [as, shown] = short?.(value) ?? [asItStands(name as ToldAsItStands), value];
    const telling = freeText ? inWords(shown as FreeText | FreeText[]) : shown;
    if (telling !== undefined) line[as] = telling;
  }
  if (type === 'DecisionEnded' && data['key'] !== '')
    line[data['kind'] === 'handover' ? 'flowId' : 'elementId'] = data['key'];
  if (demo) line['demo'] = demo;
  return line as Told;
}

/** The words of a text, or of each text in a list. */
function inWords(written: FreeText | FreeText[]): string | string[] | undefined {
  return Array.isArray(written) ? written.flatMap((one) => wordsOf(one) ?? []) : wordsOf(written);
}
