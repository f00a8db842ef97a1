import { useTranslation } from 'react-i18next';
import type { StepAnswer } from '#contract';

const marks = {
  front: <path d="M10 1 L19 18 H1 Z M8 15 V8.500 H12 M8 11.500 H11.500" className="side-mark__front" />,
  back: (
    <path
      d="M2 2 H18 V18 H2 Z M8 6 V14 H11 A2 2 0 0 0 11 10 H8 M11 10 A2 2 0 0 0 11 6 H8"
      className="side-mark__back"
    />
  ),
  undecided: (
    <path
      d="M7.500 8 A2.600 2.600 0 1 1 10.800 10.400 Q10 10.800 10 12.200 M10 14.600 V15"
      className="side-mark__question"
    />
  ),
};

/**
 * Side of a step as mark and word, with the same marks as on the canvas: triangle, square, dashed circle with
 * a question mark.
 */
export function SideMark({
  step,
}: {
  step: Pick<StepAnswer, 'side' | 'sideFrom' | 'undecided' | 'automatic'>;
}) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  const word = step.side ? shell(`side.${step.side}`) : t('unknown');
  const mark = step.undecided ? 'undecided' : step.side;
  return (
    <span className="side-mark">
      {mark && (
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
          {mark === 'undecided' && <circle cx="10" cy="10" r="8.500" className="side-mark__open" />}
          {marks[mark]}
        </svg>
      )}
      <span>
        {step.undecided ? t('undecided') : word}
        {step.undecided && step.side && (
          <span className="side-mark__from">{t('laneSays', { side: word })}</span>
        )}
        {!step.undecided && step.sideFrom === 'lane' && (
          <span className="side-mark__from">{t('automatic')}</span>
        )}
        {step.sideFrom === 'binding' && <span className="side-mark__from">{t('fromBinding')}</span>}
      </span>
    </span>
  );
}
