import { useTranslation } from 'react-i18next';

/** What fills the page; `panel` only where the window is too narrow to have it at the side. */
export type View = 'drawing' | 'list' | 'both' | 'panel';

const labels = { drawing: 'viewDrawing', list: 'viewList', both: 'viewBoth', panel: 'viewPanel' } as const;

interface Props {
  view: View;
  /** Without a drawing only the list is left. */
  drawn: boolean;
  onView(view: View): void;
}

/** Drawing, step list, or both. */
export function ViewSwitch({ view, drawn, onView }: Props) {
  const { t } = useTranslation('panes');
  const views: View[] = drawn ? ['drawing', 'list', 'both', 'panel'] : ['list', 'panel'];
  return (
    <div className="view-switch" role="group" aria-label={t('views')}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          className={`view-switch__button view-switch__button--${each}`}
          aria-pressed={view === each}
          onClick={() => onView(each)}
        >
          {t(labels[each])}
        </button>
      ))}
    </div>
  );
}
