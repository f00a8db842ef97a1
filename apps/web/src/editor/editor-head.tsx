import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '@nl-design-system-candidate/button-react';
import type { ProcessAnswer } from '#contract';
import { historyAddress } from '../addresses.js';
import type { Canvas } from '../canvas/canvas.js';
import { domainsQuery } from '../process/queries.js';
import type { SessionState } from './saving/session-state.js';
import { SaveButton } from './saving/save-button.js';
import { SaveStanding } from './saving/save-standing.js';
import { isSending } from './saving/saving.js';
import { DownloadLinks } from '../process/download-menu.js';
import { Disclosure } from '../ui/disclosure.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProcessMenu } from '../process/process-menu.js';
import { DrawingTools } from '../panes/drawing/drawing-tools.js';
import { ViewSwitch, type View } from '../panes/view-switch.js';

interface Props {
  process: ProcessAnswer;
  state: SessionState;
  /** Absent while there is nothing drawn. */
  canvas: Canvas | undefined;
  /** Whether there is something that could be saved. */
  editable: boolean;
  drawn: boolean;
  view: View;
  onView(view: View): void;
  onSave(note: string): void;
  onNextUndecided(): void;
  /** Wants the picture as it is on the screen now. */
  onPicture(): void;
  say(text: string): void;
}

/** What one works on, what is still undecided, and what can be done with it. */
export function EditorHead({
  process,
  state,
  canvas,
  editable,
  drawn,
  view,
  onView,
  onSave,
  onNextUndecided,
  onPicture,
  say,
}: Props) {
  const { t } = useTranslation('editor');
  const { t: shell } = useTranslation('shell');
  const { data: domains } = useQuery(domainsQuery);
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
          {editable && <SaveButton busy={isSending(state.saving)} onSave={onSave} />}
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
                            onPicture();
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
          <ViewSwitch view={view} drawn={drawn} onView={onView} />
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
              onClick={onNextUndecided}
            >
              {t('nextUndecided')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
