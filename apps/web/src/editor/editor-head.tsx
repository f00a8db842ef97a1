import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '@nl-design-system-candidate/button-react';
import { historyAddress } from '../addresses.js';
import type { Canvas } from '../canvas/canvas.js';
import { domainsQuery } from '../process/queries.js';
import { useEditing } from './editing-context.js';
import { downloadText, fileName } from './saving/download-text.js';
import { SaveButton } from './saving/save-button.js';
import { SaveStanding } from './saving/save-standing.js';
import { isSending } from './saving/saving.js';
import { DownloadLinks } from '../process/download-menu.js';
import { Disclosure } from '../ui/disclosure.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProcessMenu } from '../process/process-menu.js';
import { DrawingTools } from '../panes/drawing/drawing-tools.js';
import { ViewSwitch } from '../panes/view-switch.js';

/** What one works on, what is still undecided, and what can be done with it. */
export function EditorHead() {
  const { t } = useTranslation('editor');
  const { t: shell } = useTranslation('shell');
  const { data: domains } = useQuery(domainsQuery);
  const { editable: mayEdit, drawing, choice, saving, say } = useEditing();
  const { live: process, state, drawn } = drawing;
  const { view } = choice;
  const canvas = drawn ? drawing.canvas : undefined;
  const editable = mayEdit && state.loaded !== undefined;
  const undecided = process.undecided.length;
  const guarded = {
    id: process.id,
    name: process.name,
    domain: process.domain,
    retired: process.retired !== undefined,
    ...(process.owner && { owner: process.owner.person }),
  };
  const history = historyAddress(process.id);
  return (
    <div className="editor-head compact">
      <div className="editor-head__row">
        <div className="editor-head__title">
          <PageHeading title={process.name} />
          <div className="editor-head__facts">
            {domains?.find((domain) => domain.id === process.domain)?.name ?? process.domain}
            <Link className="nl-link" to={history}>
              {t('version', { version: process.latest })}
            </Link>
            {editable && <SaveStanding state={state} />}
          </div>
        </div>
        <div className="editor-head__acts">
          {editable && <SaveButton busy={isSending(state.saving)} onSave={saving.save} />}
          {process.diagram && (
            <Disclosure label={shell('download.label')}>
              {(close) => (
                <>
                  <DownloadLinks id={process.id} onChosen={close} />
                  {canvas && (
                    <ul className="menu">
                      <li>
                        <button
                          type="button"
                          className="menu__item"
                          onClick={() => {
                            close();
                            void downloadPicture(canvas, process.name);
                          }}
                        >
                          {t('pictureSvg')}
                        </button>
                      </li>
                    </ul>
                  )}
                </>
              )}
            </Disclosure>
          )}
          <ProcessMenu process={guarded} />
        </div>
      </div>
      {(process.diagram || canvas) && (
        <div className="editor-head__row">
          <ViewSwitch view={view} drawn={drawn} onView={choice.setView} />
          <DrawingTools canvas={canvas} shown={view === 'drawing' || view === 'both'} say={say} />
          <p className="editor-head__undecided">
            {undecided > 0
              ? t('undecided', { count: undecided })
              : process.steps.length > 0 && t('allDecided')}
          </p>
          {undecided > 0 && (
            <Button
              purpose="secondary"
              title={t('nextKey')}
              aria-keyshortcuts="Alt+N"
              onClick={choice.goToNextUndecided}
            >
              {t('nextUndecided')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Gives the user the picture as it is on the screen now. */
async function downloadPicture(canvas: Canvas, name: string): Promise<void> {
  downloadText(fileName(name, 'svg'), await canvas.svg(), 'image/svg+xml');
}
