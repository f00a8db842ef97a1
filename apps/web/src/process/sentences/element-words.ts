import type { TFunction } from 'i18next';
import { named } from './sentences.js';
import type { Places } from './places.js';

export type ComparisonWords = TFunction<['comparison', 'history', 'shell']>;

type Word =
  | 'step'
  | 'choice'
  | 'split'
  | 'start'
  | 'end'
  | 'event'
  | 'flow'
  | 'message'
  | 'link'
  | 'lane'
  | 'pool'
  | 'data'
  | 'note'
  | 'frame'
  | 'process'
  | 'letter'
  | 'signal'
  | 'fault'
  | 'file'
  | 'other';

const WORDS: Record<string, Word> = {
  exclusiveGateway: 'choice',
  inclusiveGateway: 'choice',
  eventBasedGateway: 'choice',
  complexGateway: 'choice',
  parallelGateway: 'split',
  startEvent: 'start',
  endEvent: 'end',
  intermediateThrowEvent: 'event',
  intermediateCatchEvent: 'event',
  boundaryEvent: 'event',
  sequenceFlow: 'flow',
  messageFlow: 'message',
  association: 'link',
  dataInputAssociation: 'link',
  dataOutputAssociation: 'link',
  lane: 'lane',
  participant: 'pool',
  dataObject: 'data',
  dataObjectReference: 'data',
  dataStore: 'data',
  dataStoreReference: 'data',
  dataInput: 'data',
  dataOutput: 'data',
  textAnnotation: 'note',
  group: 'frame',
  process: 'process',
  definitions: 'file',
  collaboration: 'file',
  message: 'letter',
  signal: 'signal',
  error: 'fault',
  escalation: 'signal',
};

const STEP = /([tT]ask|[sS]ubProcess|^transaction|^callActivity)$/;

/** What an element is, in a word that people in the field use. */
export const wordOf = (type: string): Word =>
  Object.hasOwn(WORDS, type) ? WORDS[type]! : STEP.test(type) ? 'step' : 'other';

interface Named {
  elementId: string;
  elementName: string;
  elementType: string;
}

/** An element as a sentence begins with it; one without a name by what is around it. */
export function subjectOf(
  { elementId, elementName, elementType }: Named,
  places: Places,
  t: ComparisonWords,
): string {
  const word = wordOf(elementType);
  const place = places(elementId);
  const between =
    place?.from !== undefined && place.to !== undefined
      ? { from: calledBy(place.from, places, t), to: calledBy(place.to, places, t) }
      : undefined;
  if (elementName.trim() !== '') {
    const what = t(`subject.${word}`, { name: named(short(elementName)) });
    return between && word === 'flow' ? t('between', { what, ...between }) : what;
  }
  if (between && (word === 'flow' || word === 'message' || word === 'link'))
    return t(`betweenUnnamed.${word}`, between);
  return unnamed(word, place?.behind, places, t);
}

/** An element in the middle of a sentence. */
export function calledBy(id: string, places: Places, t: ComparisonWords): string {
  const place = places(id);
  if (!place) return t('something');
  if (place.name.trim() !== '') return named(short(place.name));
  return lowerFirst(unnamed(wordOf(place.type), place.behind, places, t));
}

/** @param behind id of what leads to it */
function unnamed(word: Word, behind: string | undefined, places: Places, t: ComparisonWords): string {
  const name = behind === undefined ? '' : (places(behind)?.name.trim() ?? '');
  if (name === '' || !Object.hasOwn(AFTER, word)) return t(`unnamed.${word}`);
  return t(`unnamedAfter.${word as 'choice'}`, { name: named(short(name)) });
}

const AFTER = { step: true, choice: true, split: true, end: true, event: true };
const LONGEST_NAME = 80;

/** Texts of annotations serve as names, and can be long. */
const short = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name;

/** What an element is, e.g. "een taak voor een medewerker". */
export const typeWords = (type: string, t: ComparisonWords): string => t(`type.${type}` as 'type.task', type);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
