import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SideCounts } from '#contract';

const WIDTH = 120;
const HEIGHT = 14;

/**
 * How the steps are divided: front plain, back striped, unknown dotted, so that it can be read without
 * colour; and in words.
 */
export function ShareBar({ counts }: { counts: Pick<SideCounts, 'front' | 'back' | 'unknown'> }) {
  const { t } = useTranslation();
  const id = useId();
  const total = counts.front + counts.back + counts.unknown;
  if (total === 0) return <span className="share__words">{t('share.none')}</span>;
  const front = (counts.front / total) * WIDTH;
  const back = (counts.back / total) * WIDTH;
  return (
    <div className="share">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
        focusable="false"
        className="share__bar"
      >
        <defs>
          <pattern
            id={`${id}-back`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="share__back-ground" />
            <rect width="3" height="6" className="share__back" />
          </pattern>
          <pattern id={`${id}-unknown`} width="5" height="5" patternUnits="userSpaceOnUse">
            <circle cx="2.500" cy="2.500" r="1" className="share__unknown" />
          </pattern>
        </defs>
        <rect width={front} height={HEIGHT} className="share__front" />
        <rect x={front} width={back} height={HEIGHT} fill={`url(#${id}-back)`} />
        <rect
          x={front + back}
          width={(counts.unknown / total) * WIDTH}
          height={HEIGHT}
          fill={`url(#${id}-unknown)`}
        />
        <rect x="0.500" y="0.500" width={WIDTH - 1} height={HEIGHT - 1} className="share__frame" />
      </svg>
      <span className="share__words">
        {[
          t('share.front', { count: counts.front }),
          t('share.back', { count: counts.back }),
          ...(counts.unknown > 0 ? [t('share.unknown', { count: counts.unknown })] : []),
        ].join(' · ')}
      </span>
    </div>
  );
}
