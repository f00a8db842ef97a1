import '../panes.css';
import { useTranslation } from 'react-i18next';
import { Tool } from './drawing-tools.js';
import type { Arrangement } from './drawings.js';
import type { Pair, PairSide } from './use-pair.js';

interface Props {
  pair: Pair;
  arrangement: Arrangement;
  /** Those that the user may choose from. */
  choices: readonly Arrangement[];
  /** What either is called where only one is shown. */
  labels: Record<PairSide, string>;
  onArrange(arrangement: Arrangement): void;
}

/** How the two drawings are arranged, and how much of them is seen. */
export function DrawingBar({ pair, arrangement, choices, labels, onArrange }: Props) {
  const { t } = useTranslation('comparison');
  const { t: panes } = useTranslation('panes');
  return (
    <>
      <div className="view-switch" role="group" aria-label={t('drawings.arrange')}>
        {choices.map((each) => (
          <button
            key={each}
            type="button"
            className="view-switch__button"
            aria-pressed={arrangement === each}
            onClick={() => onArrange(each)}
          >
            {each === 'before' || each === 'after' ? labels[each] : t(`drawings.${each}`)}
          </button>
        ))}
      </div>
      <div className="drawing-tools" role="group" aria-label={panes('toolbar')}>
        <Tool name="zoomOut" label={panes('zoomOut')} onClick={pair.further} />
        <Tool name="zoomIn" label={panes('zoomIn')} onClick={pair.closer} />
        <Tool name="zoomFit" label={panes('zoomFit')} onClick={pair.fit} />
      </div>
    </>
  );
}
