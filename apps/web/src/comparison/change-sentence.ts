import type { ComparisonAnswer, DiagramChange } from '#contract';
import { named } from '../history/sentences.js';
import { durationWords } from './durations.js';
import { calledBy, subjectOf, typeWords, type ComparisonWords } from './element-words.js';
import type { Places } from './places.js';

/** Longer values do not stand in the sentence but below it. */
const LONGEST_IN_LINE = 80;

export interface Told {
  /** Names set apart as in `history/sentences`. */
  sentence: string;
  /** Texts too long for the sentence. */
  was?: string;
  is?: string;
}

/** A change of a diagram as one plain sentence; every kind, whichever of its two values there are. */
export function changeSentence(change: DiagramChange, places: Places, t: ComparisonWords, language: string): Told {
  const sentence = inWords(change, places, t, language);
  const { kind, before, after } = change;
  const isText = kind === 'documentation' || kind === 'annotation' || kind === 'loop' || isLong(before) || isLong(after);
  return { sentence, ...(isText && before !== undefined && { was: before }), ...(isText && after !== undefined && { is: after }) };
}

/** A change of the drawing alone. */
export function layoutSentence({ elementId, kind }: ComparisonAnswer['layout']['moved'][number], places: Places, t: ComparisonWords): string {
  const place = places(elementId);
  return t(`layout.${kind}`, { subject: subjectOf({ elementId, elementName: place?.name ?? '', elementType: place?.type ?? '' }, places, t) });
}

/** The whole drawing moved. */
export function shiftSentence({ dx, dy }: { dx: number; dy: number }, t: ComparisonWords): string {
  const ways = [
    dx === 0 ? '' : t(dx > 0 ? 'layout.right' : 'layout.left', { count: Math.abs(dx) }),
    dy === 0 ? '' : t(dy > 0 ? 'layout.down' : 'layout.up', { count: Math.abs(dy) }),
  ].filter((way) => way !== '');
  const [one = '', other] = ways;
  return t('layout.shifted', { how: other === undefined ? one : t('layout.and', { one, other }) });
}

function inWords(change: DiagramChange, places: Places, t: ComparisonWords, language: string): string {
  const { kind } = change;
  const subject = subjectOf(change, places, t);
  const values = { subject, before: valueOf(change.before, change.beforeId, places, t), after: valueOf(change.after, change.afterId, places, t) };
  const has = isLong(change.before) || isLong(change.after) ? 'other' : both(change);
  switch (kind) {
    case 'added':
    case 'removed':
      return t(`change.${kind}`, values);
    case 'renamed': {
      const was = subjectOf({ ...change, elementName: change.before ?? '' }, places, t);
      return t(change.after ? (change.before ? 'change.renamed' : 'change.named') : 'change.unnamed', { subject: was, after: named(change.after ?? '') });
    }
    case 'typeChanged':
      return t(change.before ? 'change.typeChanged' : 'change.typeNow', {
        subject, before: typeWords(change.before ?? '', t), after: typeWords(change.after ?? change.elementType, t),
      });
    case 'movedLane':
      return t(({ both: 'change.movedLane', after: 'change.intoLane', before: 'change.outOfLane', other: 'change.movedLaneSomewhere' } as const)[both(change)], values);
    case 'movedParticipant':
      return t(({ both: 'change.movedParticipant', after: 'change.intoParticipant', before: 'change.outOfParticipant', other: 'change.movedParticipantSomewhere' } as const)[both(change)], values);
    case 'movedSubProcess':
      return t(({ both: 'change.movedSubProcess', after: 'change.intoSubProcess', before: 'change.outOfSubProcess', other: 'change.movedSubProcessSomewhere' } as const)[both(change)], values);
    case 'rerouted':
      return rerouted(change, values, t);
    case 'condition':
      return t(({ both: 'change.condition', after: 'change.conditionNow', before: 'change.conditionGone', other: 'change.conditionOther' } as const)[has], values);
    case 'defaultFlow':
      return t(({ both: 'change.defaultFlow', after: 'change.defaultFlowNow', before: 'change.defaultFlowGone', other: 'change.defaultFlowOther' } as const)[both(change)], values);
    case 'documentation':
    case 'annotation':
    case 'loop':
      return t(`change.${kind}${({ both: '', other: '', after: 'Now', before: 'Gone' } as const)[both(change)]}`, values);
    case 'eventDefinition':
    case 'attribute':
    case 'extension':
      return ofProperty(change, has, values, t, language);
  }
}

function rerouted(change: DiagramChange, values: { subject: string; before: string; after: string }, t: ComparisonWords): string {
  const source = change.property === 'source';
  if (!source && change.property !== 'target') return t('change.rerouted', values);
  const keys = source
    ? { both: 'change.reroutedSource', after: 'change.sourceNow', before: 'change.sourceGone', other: 'change.rerouted' } as const
    : { both: 'change.reroutedTarget', after: 'change.targetNow', before: 'change.targetGone', other: 'change.rerouted' } as const;
  return t(keys[both(change)], values);
}

function ofProperty(change: DiagramChange, has: Has, values: { subject: string; before: string; after: string }, t: ComparisonWords, language: string): string {
  const local = /[^:.}\s]*$/.exec(change.property ?? '')?.[0] ?? '';
  if (change.elementType === 'lane' && local === 'side' && isSide(change.before) && isSide(change.after)) {
    const sides = { ...values, before: sideWord(change.before, t), after: sideWord(change.after, t) };
    return t(({ both: 'change.laneSide', after: 'change.laneSideNow', before: 'change.laneSideGone', other: 'change.propertyOther' } as const)[has], { ...sides, property: t('property.side' as 'property.name') });
  }
  const known = t('property', { returnObjects: true }) as Record<string, string>;
  const property = change.property === undefined ? t('eventProperty')
    : (known[change.property] ?? known[local] ?? t('otherProperty', { property: named(change.property) }));
  const words = { subject: values.subject, property, before: durationWords(values.before, language), after: durationWords(values.after, language) };
  return t(({ both: 'change.property', after: 'change.propertyNow', before: 'change.propertyGone', other: 'change.propertyOther' } as const)[has], words);
}

type Has = 'both' | 'before' | 'after' | 'other';

/** Which of the two values a change has. */
const both = ({ before, after }: DiagramChange): Has =>
  before !== undefined ? (after !== undefined ? 'both' : 'before') : after !== undefined ? 'after' : 'other';

const isLong = (value: string | undefined): boolean => (value?.length ?? 0) > LONGEST_IN_LINE || (value?.includes('\n') ?? false);

const isSide = (value: string | undefined): value is 'front' | 'back' | undefined => value === undefined || value === 'front' || value === 'back';

const sideWord = (side: 'front' | 'back' | undefined, t: ComparisonWords): string => (side ? t(`shell:side.${side}`) : '');

/** A value as it stands in the sentence; one that names an element without a name by what that element is. */
function valueOf(value: string | undefined, id: string | undefined, places: Places, t: ComparisonWords): string {
  if (id !== undefined && (value === undefined || value === '' || value === id)) return calledBy(id, places, t);
  return named(value ?? '');
}
