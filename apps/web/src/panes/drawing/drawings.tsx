import './drawings.css';
import { useTranslation } from 'react-i18next';
import type { Outcome, Pair, PairSide } from './use-pair.js';

/** `over`: both in one place, of the earlier one only what the later one lacks. */
export type Arrangement = 'beside' | 'below' | 'over' | 'before' | 'after';

interface Props {
  pair: Pair;
  arrangement: Arrangement;
  /**
   * `label` and `title` head the drawing, `name` says it whole; `isThere`: undefined while that is not known.
   */
  sides: Record<PairSide, { label: string; title?: string; name: string; isThere: boolean | undefined }>;
}

/**
 * Two drawings, beside or below each other or one at a time; both always keep their size, since what is not
 * laid out cannot be measured.
 */
export function Drawings({ pair, arrangement, sides }: Props) {
  return (
    <div className="drawings" data-arrangement={arrangement}>
      {(['before', 'after'] as const).map((side) => {
        const { label, title, name, isThere } = sides[side];
        const hidden = (arrangement === 'before' || arrangement === 'after') && arrangement !== side;
        return (
          <section
            key={side}
            className={`drawings__one drawings__one--${side}`}
            aria-label={name}
            aria-hidden={hidden || undefined}
          >
            <p className="drawings__title">
              <strong>{label}</strong> {title}
            </p>
            <div className="drawings__canvas" ref={pair.containers[side]} />
            <Standing outcome={pair.outcomes[side]} isThere={isThere} />
          </section>
        );
      })}
    </div>
  );
}

/** Why there is nothing to see yet, or at all. */
function Standing({ outcome, isThere }: { outcome: Outcome | undefined; isThere: boolean | undefined }) {
  const { t } = useTranslation('comparison');
  if (isThere === false) return <p className="drawings__standing">{t('drawings.none')}</p>;
  if (outcome === undefined)
    return (
      <p className="drawings__standing" role="status">
        {t('drawings.loading')}
      </p>
    );
  return outcome === 'drawn' ? null : <p className="drawings__standing">{t('drawings.undrawable')}</p>;
}
