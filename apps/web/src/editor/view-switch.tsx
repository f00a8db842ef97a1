import { useTranslation } from 'react-i18next';

/** What fills the page; `panel` only where the window is too narrow to have it at the side. */
export type View = 'drawing' | 'list' | 'both' | 'panel';

const labels = { drawing: 'viewDrawing', list: 'viewList', both: 'viewBoth', panel: 'viewPanel' } as const;

/** Drawing, step list, or both. */
export function ViewSwitch({ view, onView }: { view: View; onView(view: View): void }) {
  const { t } = useTranslation('editor');
  return (
    <div className="view-switch" role="group" aria-label={t('views')}>
      {(['drawing', 'list', 'both', 'panel'] as const).map((each) => (
        <button key={each} type="button" className={`view-switch__button view-switch__button--${each}`} aria-pressed={view === each} onClick={() => onView(each)}>
          {t(labels[each])}
        </button>
      ))}
    </div>
  );
}
