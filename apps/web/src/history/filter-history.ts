import type { HistoryItem } from '#contract';
import { folded } from '../ui/folded.js';
import { kindOf } from './kinds.js';

/** Empty strings stand for no filter. */
export interface HistoryFilter {
  kind: string;
  /** Id of a person. */
  person: string;
  /** A step or flow, as `element` of an item names it under whatever id it had. */
  step: string;
  text: string;
}

export const NO_FILTER: HistoryFilter = { kind: '', person: '', step: '', text: '' };

export const isFiltered = ({ kind, person, step, text }: HistoryFilter): boolean =>
  [kind, person, step, text].some((value) => value.trim() !== '');

/** The decisions that pass; `told` is the sentence that the page shows, in which the text is searched too. */
export function filterHistory(
  items: readonly HistoryItem[],
  filter: HistoryFilter,
  told: (item: HistoryItem) => string,
): HistoryItem[] {
  const words = folded(filter.text).split(/\s+/u).filter(Boolean);
  return items.filter((item) => {
    if (filter.kind && kindOf(item) !== filter.kind) return false;
    if (filter.person && item.actor.id !== filter.person) return false;
    if (filter.step && subjectId(item) !== filter.step) return false;
    if (words.length === 0) return true;
    const text = folded([told(item), item.reason, item.note, ...(item.alternatives ?? [])].join(' '));
    return words.every((word) => text.includes(word));
  });
}

export interface Choice {
  id: string;
  name: string;
}

/**
 * Who and what occurs, by name, to choose from; a step has the name it was last known by.
 * @param stepsNow the steps there are, to choose from before everything that was decided on them is fetched
 */
export function choicesIn(
  items: readonly HistoryItem[],
  stepsNow: readonly Choice[],
): { people: Choice[]; steps: Choice[] } {
  const people = new Map<string, string>();
  const steps = new Map(stepsNow.map(({ id, name }) => [id, { name, version: 0 }]));
  for (const item of items) {
    people.set(item.actor.id, item.actor.name);
    const id = subjectId(item);
    const known = id === undefined ? undefined : steps.get(id);
    if (id !== undefined && (!known || item.version > known.version)) {
      steps.set(id, { name: item.elementName || known?.name || id, version: item.version });
    }
  }
  return {
    people: sorted([...people].map(([id, name]) => ({ id, name }))),
    steps: sorted([...steps].map(([id, { name }]) => ({ id, name }))),
  };
}

const subjectId = ({ element, elementId, flowId }: HistoryItem): string | undefined =>
  element ?? elementId ?? flowId;

function sorted(choices: Choice[]): Choice[] {
  const order = new Intl.Collator('nl', { numeric: true });
  return choices.sort((one, other) => order.compare(one.name, other.name));
}
