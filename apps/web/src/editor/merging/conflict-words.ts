import type { TFunction } from 'i18next';
import type { Choice } from '#bpmn';
import type { CutOffElement, MergeConflict } from '#contract';
import { durationWords } from '../../process/sentences/durations.js';
import { subjectOf, typeWords, type ComparisonWords } from '../../process/sentences/element-words.js';
import type { Places } from '../../process/sentences/places.js';
import { named } from '../../process/sentences/sentences.js';

export type MergingWords = TFunction<'merging'>;

interface Words {
  t: MergingWords;
  comparison: ComparisonWords;
  language: string;
}

export interface ConflictWords {
  /** Names set apart as in `history/sentences`. */
  about: string;
  /** Absent where it was not there yet. */
  was?: string;
  options: ConflictOption[];
}

/** One way to settle a conflict. */
interface ConflictOption {
  take: Choice;
  text: string;
  /** What this choice breaks, said before it is made. */
  warning?: string;
}

/**
 * A conflict in words: what it is about, and what either wants.
 * @param who whose work it is that was saved since
 */
export function conflictWords(
  conflict: MergeConflict,
  number: number,
  who: string,
  places: Places,
  words: Words,
): ConflictWords {
  const { t, comparison } = words;
  const subject = subjectOf(conflict, places, comparison);
  const value = (text: string | null) => valueWords(conflict, text, words);
  if (conflict.kind === 'layout') {
    return {
      about: t('about', { number, subject, property: propertyWords(conflict, words) }),
      options: [
        { take: 'mine', text: t('mine', { value: t('value.asDrawnMine') }) },
        { take: 'theirs', text: t('theirs', { who, value: t('value.asDrawnTheirs', { who }) }) },
      ],
    };
  }
  return {
    about:
      conflict.property !== undefined
        ? t('about', { number, subject, property: propertyWords(conflict, words) })
        : t(conflict.kind === 'added' ? 'aboutAdded' : 'aboutRemoved', { number, subject }),
    ...(conflict.base !== null &&
      conflict.property !== undefined && { was: t('was', { value: value(conflict.base) }) }),
    options: [
      {
        take: 'mine',
        text: t('mine', { value: value(conflict.mine) }),
        ...cutOffWarning(conflict.cutOff?.mine, words),
      },
      {
        take: 'theirs',
        text: t('theirs', { who, value: value(conflict.theirs) }),
        ...cutOffWarning(conflict.cutOff?.theirs, words),
      },
      ...(conflict.oneAfterOther
        ? [
            { take: 'mineFirst' as const, text: t('mineFirst', { who }) },
            { take: 'theirsFirst' as const, text: t('theirsFirst', { who }) },
          ]
        : []),
    ],
  };
}

function cutOffWarning(
  elements: readonly CutOffElement[] | undefined,
  { t, language }: Words,
): { warning?: string } {
  if (elements === undefined || elements.length === 0) return {};
  const names = elements.map(({ id, name }) => named(name || id));
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return { warning: t('cutOff', { count: names.length, names: list }) };
}

function propertyWords({ property = '' }: MergeConflict, { t, comparison }: Words): string {
  const local = /[^:.\s]*$/.exec(property)?.[0] ?? '';
  const own: Record<string, string> = t('property', { returnObjects: true });
  const shared = comparison('property', { returnObjects: true }) as Record<string, string>;
  const found = [own, shared].flatMap((texts) =>
    [property, ...(property.startsWith('knip:') ? [local] : [])].flatMap((key) =>
      Object.hasOwn(texts, key) ? [texts[key]!] : [],
    ),
  )[0];
  return (
    found ??
    comparison(property.includes(':') ? 'foreignProperty' : 'otherProperty', { property: named(property) })
  );
}

function valueWords(
  { kind, property, elementType }: MergeConflict,
  value: string | null,
  { t, comparison, language }: Words,
): string {
  if (value === null || value.trim() === '')
    return t(property === undefined ? 'value.removed' : 'value.nothing');
  if (property === 'type') return typeWords(value, comparison);
  if (property === 'knip:side' && elementType === 'lane' && (value === 'front' || value === 'back'))
    return comparison(`shell:side.${value}`);
  if (value === 'true' || value === 'false') return comparison(value === 'true' ? 'yes' : 'no');
  if (property !== undefined) return named(durationWords(value, language));
  const words = elementWords(value, comparison);
  return kind === 'removed' ? t('value.kept', { value: words }) : words;
}

/** An element that stands as its kind, with its name where it has one: "userTask Toetsen". */
function elementWords(value: string, comparison: Words['comparison']): string {
  const [type = '', ...name] = value.split(' ');
  const kind = typeWords(type, comparison);
  if (kind === type) return named(value);
  return name.length === 0 ? comparison('namelessKind', { kind }) : `${kind} ${named(name.join(' '))}`;
}
