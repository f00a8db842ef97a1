import type { ComparisonAnswer, DiagramChange } from '#contract';
import { named, plain } from './sentences.js';
import { durationWords } from './durations.js';
import { calledBy, subjectOf, typeWords, wordOf, type ComparisonWords } from './element-words.js';
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
export function changeSentence(
  change: DiagramChange,
  places: Places,
  t: ComparisonWords,
  language: string,
): Told {
  const sentence = inWords(change, places, t, language);
  const { kind, before, after } = change;
  const isText =
    kind === 'documentation' || kind === 'annotation' || kind === 'loop' || isLong(before) || isLong(after);
  return {
    sentence,
    ...(isText && before !== undefined && { was: before }),
    ...(isText && after !== undefined && { is: after }),
  };
}

/** A change of the drawing alone. */
export function layoutSentence(
  { elementId, kind }: ComparisonAnswer['layout']['moved'][number],
  places: Places,
  t: ComparisonWords,
): string {
  const place = places(elementId);
  return t(`layout.${kind}`, {
    subject: subjectOf(
      { elementId, elementName: place?.name ?? '', elementType: place?.type ?? '' },
      places,
      t,
    ),
  });
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
  const subject = subjectOf(withText(change), places, t);
  const values = {
    subject,
    before: valueOf(change.before, change.beforeId, places, t),
    after: valueOf(change.after, change.afterId, places, t),
  };
  const has = isLong(change.before) || isLong(change.after) ? 'other' : both(change);
  switch (kind) {
    case 'added':
    case 'removed':
      return t(`change.${kind}`, values);
    case 'renamed': {
      const was = subjectOf({ ...change, elementName: change.before ?? '' }, places, t);
      return t(change.after ? (change.before ? 'change.renamed' : 'change.named') : 'change.unnamed', {
        subject: was,
        after: named(change.after ?? ''),
      });
    }
    case 'typeChanged':
      return t(change.before ? 'change.typeChanged' : 'change.typeNow', {
        subject,
        before: typeWords(change.before ?? '', t),
        after: typeWords(change.after ?? change.elementType, t),
      });
    case 'movedLane':
      return t(
        (
          {
            both: 'change.movedLane',
            after: 'change.intoLane',
            before: 'change.outOfLane',
            other: 'change.movedLaneSomewhere',
          } as const
        )[both(change)],
        values,
      );
    case 'movedParticipant':
      return t(
        (
          {
            both: 'change.movedParticipant',
            after: 'change.intoParticipant',
            before: 'change.outOfParticipant',
            other: 'change.movedParticipantSomewhere',
          } as const
        )[both(change)],
        values,
      );
    case 'movedSubProcess':
      return t(
        (
          {
            both: 'change.movedSubProcess',
            after: 'change.intoSubProcess',
            before: 'change.outOfSubProcess',
            other: 'change.movedSubProcessSomewhere',
          } as const
        )[both(change)],
        values,
      );
    case 'rerouted':
      return rerouted(change, values, places, t);
    case 'condition':
      if (change.property !== undefined) return ofProperty(change, has, values, t, language);
      return t(
        (
          {
            both: 'change.condition',
            after: 'change.conditionNow',
            before: 'change.conditionGone',
            other: 'change.conditionOther',
          } as const
        )[has],
        values,
      );
    case 'defaultFlow':
      return t(
        (
          {
            both: 'change.defaultFlow',
            after: 'change.defaultFlowNow',
            before: 'change.defaultFlowGone',
            other: 'change.defaultFlowOther',
          } as const
        )[both(change)],
        values,
      );
    case 'documentation':
    case 'annotation':
    case 'loop':
      return t(
        `change.${kind}${({ both: '', other: '', after: 'Now', before: 'Gone' } as const)[both(change)]}`,
        values,
      );
    case 'eventDefinition':
    case 'attribute':
    case 'extension':
      return ofProperty(change, has, values, t, language);
  }
}

function rerouted(
  change: DiagramChange,
  values: { subject: string; before: string; after: string },
  places: Places,
  t: ComparisonWords,
): string {
  const source = change.property === 'source';
  if (!source && change.property !== 'target') return t('change.rerouted', values);
  const word = wordOf(change.elementType);
  const place = places(change.elementId);
  const other = source ? place?.to : place?.from;
  // Where it goes now is what the sentence is about: it is called by its other end.
  if (change.elementName.trim() === '' && other !== undefined && (word === 'flow' || word === 'message')) {
    const end = calledBy(other, places, t);
    values = {
      ...values,
      subject: source ? t(`towards.${word}`, { to: end }) : t(`outOf.${word}`, { from: end }),
    };
  }
  const keys = source
    ? ({
        both: 'change.reroutedSource',
        after: 'change.sourceNow',
        before: 'change.sourceGone',
        other: 'change.rerouted',
      } as const)
    : ({
        both: 'change.reroutedTarget',
        after: 'change.targetNow',
        before: 'change.targetGone',
        other: 'change.rerouted',
      } as const);
  return t(keys[both(change)], values);
}

function ofProperty(
  change: DiagramChange,
  has: Has,
  values: { subject: string; before: string; after: string },
  t: ComparisonWords,
  language: string,
): string {
  const local = /[^:.}\s]*$/.exec(change.property ?? '')?.[0] ?? '';
  if (change.elementType === 'lane' && local === 'side' && isSide(change.before) && isSide(change.after)) {
    const sides = { ...values, before: sideWord(change.before, t), after: sideWord(change.after, t) };
    return t(
      (
        {
          both: 'change.laneSide',
          after: 'change.laneSideNow',
          before: 'change.laneSideGone',
          other: 'change.propertyOther',
        } as const
      )[has],
      { ...sides, property: t('property.side' as 'property.name') },
    );
  }
  const words = {
    subject: values.subject,
    property: propertyWords(change, local, t),
    before: settingWords(change, values.before, t, language),
    after: settingWords(change, values.after, t, language),
  };
  const [was, is] = [(change.before ?? '').trim() !== '', (change.after ?? '').trim() !== ''];
  const told: Has = has === 'other' || was === is ? has : was ? 'before' : 'after';
  if (told === 'before' && !was) return t('change.propertyRemoved', words);
  if (told === 'after' && !is) return t('change.propertyAdded', words);
  if (told === 'other' && was !== is) return t(is ? 'change.propertyAdded' : 'change.propertyRemoved', words);
  return t(
    (
      {
        both: 'change.property',
        after: 'change.propertyNow',
        before: 'change.propertyGone',
        other: 'change.propertyOther',
      } as const
    )[told],
    words,
  );
}

function propertyWords({ kind, property }: DiagramChange, local: string, t: ComparisonWords): string {
  const known = t('property', { returnObjects: true }) as Record<string, string>;
  if (property === undefined) return known['type'] ?? '';
  if (kind !== 'extension')
    return (
      lookUp(known, property) ?? lookUp(known, local) ?? t('otherProperty', { property: named(property) })
    );
  // What other programs call by the same name as we do is something else.
  return (
    (property.startsWith('knip:') ? lookUp(known, local) : undefined) ??
    t('foreignProperty', { property: named(property) })
  );
}

/** A value as people say it: yes and no, durations, and the sort of an event before what it names. */
function settingWords(change: DiagramChange, value: string, t: ComparisonWords, language: string): string {
  const text = plain(value);
  if (change.beforeId !== undefined || change.afterId !== undefined) return value;
  if (text === 'true' || text === 'false') return t(text === 'true' ? 'yes' : 'no');
  if (change.kind !== 'eventDefinition') return value;
  const [sort = '', ...rest] = text.split(' ');
  const word =
    change.property === 'type' || change.property === 'timer' || change.property?.endsWith('EventDefinition')
      ? lookUp(t('eventSort', { returnObjects: true }) as Record<string, string>, sort)
      : undefined;
  if (word === undefined) return named(durationWords(text, language));
  return rest.length === 0 ? word : `${word} ${named(durationWords(rest.join(' '), language))}`;
}

const lookUp = (words: Record<string, string>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

/** A note is called by what it says. */
const withText = (change: DiagramChange): DiagramChange =>
  change.elementType === 'textAnnotation' && (change.kind === 'added' || change.kind === 'removed')
    ? { ...change, elementName: change.elementName || (change.after ?? change.before ?? '') }
    : change;

type Has = 'both' | 'before' | 'after' | 'other';

/** Which of the two values a change has. */
const both = ({ before, after }: DiagramChange): Has =>
  before !== undefined ? (after !== undefined ? 'both' : 'before') : after !== undefined ? 'after' : 'other';

const isLong = (value: string | undefined): boolean =>
  (value?.length ?? 0) > LONGEST_IN_LINE || (value?.includes('\n') ?? false);

const isSide = (value: string | undefined): value is 'front' | 'back' | undefined =>
  value === undefined || value === 'front' || value === 'back';

const sideWord = (side: 'front' | 'back' | undefined, t: ComparisonWords): string =>
  side ? t(`shell:side.${side}`) : '';

/** A value as it stands in the sentence; one that names an element without a name by what that element is. */
function valueOf(
  value: string | undefined,
  id: string | undefined,
  places: Places,
  t: ComparisonWords,
): string {
  if (id !== undefined && (value === undefined || value === '' || value === id))
    return calledBy(id, places, t);
  return named(value ?? '');
}
