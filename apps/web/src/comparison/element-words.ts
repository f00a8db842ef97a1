import type { TFunction } from 'i18next';
import { named } from '../history/sentences.js';
import type { Places } from './places.js';

export type ComparisonWords = TFunction<['comparison', 'history', 'shell']>;

type Word =
  | 'step' | 'choice' | 'split' | 'start' | 'end' | 'event' | 'flow' | 'message' | 'link' | 'lane' | 'pool' | 'data' | 'note' | 'frame'
  | 'process' | 'definition' | 'file' | 'other';

const WORDS: Record<string, Word> = {
  exclusiveGateway: 'choice', inclusiveGateway: 'choice', eventBasedGateway: 'choice', complexGateway: 'choice', parallelGateway: 'split',
  startEvent: 'start', endEvent: 'end', intermediateThrowEvent: 'event', intermediateCatchEvent: 'event', boundaryEvent: 'event',
  sequenceFlow: 'flow', messageFlow: 'message', association: 'link', dataInputAssociation: 'link', dataOutputAssociation: 'link',
  lane: 'lane', participant: 'pool', dataObject: 'data', dataObjectReference: 'data', dataStore: 'data', dataStoreReference: 'data',
  dataInput: 'data', dataOutput: 'data', textAnnotation: 'note', group: 'frame', process: 'process', definitions: 'file', collaboration: 'file',
  message: 'definition', signal: 'definition', error: 'definition', escalation: 'definition',
};

const STEP = /([tT]ask|[sS]ubProcess|^transaction|^callActivity)$/;

/** What an element is, in a word that people in the field use. */
export const wordOf = (type: string): Word => (Object.hasOwn(WORDS, type) ? WORDS[type]! : STEP.test(type) ? 'step' : 'other');

interface Named {
  elementId: string;
  elementName: string;
  elementType: string;
}

/** An element as a sentence begins with it; one without a name by what stands around it. */
export function subjectOf({ elementId, elementName, elementType }: Named, places: Places, t: ComparisonWords): string {
  const word = wordOf(elementType);
  const place = places(elementId);
  const between = place?.from !== undefined && place.to !== undefined
    ? { from: calledBy(place.from, places, t), to: calledBy(place.to, places, t) }
    : undefined;
  if (elementName.trim() !== '') {
    const what = t(`subject.${word}`, { name: named(elementName) });
    return between && word === 'flow' ? t('between', { what, ...between }) : what;
  }
  if (between && (word === 'flow' || word === 'message' || word === 'link')) return t(`betweenUnnamed.${word}`, between);
  const what = t(`unnamed.${word}`);
  const behind = place?.behind === undefined ? '' : (places(place.behind)?.name.trim() ?? '');
  return behind === '' ? what : t('afterWhat', { what, name: named(behind) });
}

/** An element in the middle of a sentence. */
export function calledBy(id: string, places: Places, t: ComparisonWords): string {
  const place = places(id);
  if (!place) return t('something');
  if (place.name.trim() !== '') return named(place.name);
  return lowerFirst(t(`unnamed.${wordOf(place.type)}`));
}

/** What an element is, e.g. "een taak voor een medewerker". */
export const typeWords = (type: string, t: ComparisonWords): string => t(`type.${type}` as 'type.task', type);

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
