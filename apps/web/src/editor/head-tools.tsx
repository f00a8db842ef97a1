import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { DrawingTools } from '../panes/drawing/drawing-tools.js';
import { ViewSwitch } from '../panes/view-switch.js';
import { useEditing } from './editing-context.js';

/** What is on screen, the tools of the drawing, and the way to what is still undecided. */
export function HeadTools() {
  const { t } = useTranslation('editor');
  const { drawing, choice, say } = useEditing();
  const { live, canvas, drawn } = drawing;
  const { view, setView, goToNextUndecided } = choice;
  const undecided = live.undecided.length;
  return (
    <div className="editor-head__row">
      <ViewSwitch view={view} drawn={drawn} onView={setView} />
      <DrawingTools
        canvas={drawn ? canvas : undefined}
        shown={view === 'drawing' || view === 'both'}
        say={say}
      />
      <p className="editor-head__undecided">
        {undecided > 0 ? t('undecided', { count: undecided }) : live.steps.length > 0 && t('allDecided')}
      </p>
      {undecided > 0 && (
        <Button
          purpose="secondary"
          title={t('nextKey')}
          aria-keyshortcuts="Alt+N"
          onClick={goToNextUndecided}
        >
          {t('nextUndecided')}
        </Button>
      )}
    </div>
  );
}
