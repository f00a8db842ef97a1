import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { useKeyDown } from '../ui/use-key-down.js';
import { versionStep } from '../process/version-keys.js';

interface Props {
  count: number;
  current: number | undefined;
  onStep(number: number): void;
}

/**
 * From one difference to the next, by button or with the keys that lead through versions elsewhere; after the
 * last comes the first.
 */
export function Stepping({ count, current, onStep }: Props) {
  const { t } = useTranslation('comparison');
  const back = () => count > 0 && onStep(current === undefined || current <= 1 ? count : current - 1);
  const forward = () => count > 0 && onStep(current === undefined || current >= count ? 1 : current + 1);
  useKeyDown((event) => {
    const step = versionStep(event);
    if (!step) return;
    event.preventDefault();
    if (step === 'back') back();
    else forward();
  });
  if (count === 0) return null;
  return (
    <div className="stepping compact no-print">
      <Button purpose="secondary" aria-keyshortcuts="Alt+Comma" onClick={back}>
        ‹ {t('list.previous')} <kbd>{t('list.previousKey')}</kbd>
      </Button>
      <span className="stepping__place">
        {current === undefined ? t('list.count', { count }) : t('list.place', { number: current, count })}
      </span>
      <Button purpose="primary" aria-keyshortcuts="Alt+Period" onClick={forward}>
        {t('list.next')} <kbd>{t('list.nextKey')}</kbd> ›
      </Button>
    </div>
  );
}
