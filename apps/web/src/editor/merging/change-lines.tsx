import { useTranslation } from 'react-i18next';
import type { DiagramChange } from '#contract';
import { changeSentence } from '../../process/sentences/change-sentence.js';
import type { Places } from '../../process/sentences/places.js';
import { WithNames } from '../../process/sentences/sentence.js';

const SHOWN = 8;

/** Changes of a diagram in short: the first few as sentences, and how many more. */
export function ChangeLines({
  changes,
  left = 0,
  places,
}: {
  changes: readonly DiagramChange[];
  /** How many more there are than the answer had room for. */
  left?: number | undefined;
  places: Places;
}) {
  const { t, i18n } = useTranslation(['comparison', 'history', 'shell']);
  const { t: merging } = useTranslation('merging');
  if (changes.length === 0) return null;
  return (
    <ul className="change-lines">
      {changes.slice(0, SHOWN).map((change, index) => (
        <li key={index}>
          <WithNames text={changeSentence(change, places, t, i18n.language).sentence} />
        </li>
      ))}
      {changes.length > SHOWN && <li>{merging('more', { count: changes.length - SHOWN + left })}</li>}
    </ul>
  );
}
