import type { Side, StepAnswer } from '#contract';
import { useTexts } from './texts.js';

/** What people bring up for either side, beside each other. */
export function Considerations({ step }: { step: StepAnswer }) {
  const { t, side } = useTexts();
  if (step.considerations.length === 0) return null;
  const column = (of: Side) => {
    const texts = step.considerations.filter((each) => each.for === of);
    return (
      <div className={`knip-arguments__side knip-arguments__side--${of}`}>
        <h4 className="knip-arguments__for">{t('knip.for', { side: side(of) })}</h4>
        {texts.length === 0 ? (
          <p className="muted">{t('knip.noArguments')}</p>
        ) : (
          <ul>
            {texts.map((each) => (
              <li key={each.text}>{each.text}</li>
            ))}
          </ul>
        )}
      </div>
    );
  };
  return (
    <div className="knip-arguments" role="group" aria-label={t('knip.arguments')}>
      {column('front')}
      {column('back')}
    </div>
  );
}
