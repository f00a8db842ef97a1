import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { historyAddress } from '../addresses.js';
import { ProcessMenu } from '../process/process-menu.js';
import { domainsQuery } from '../process/queries.js';
import { PageHeading } from '../ui/page-heading.js';
import { useEditing } from './editing-context.js';
import { HeadTools } from './head-tools.js';
import { OpenFile } from './open-file.js';
import { SaveButton } from './saving/save-button.js';
import { SaveStanding } from './saving/save-standing.js';
import { isSending } from './saving/saving.js';
import { TakeAlongMenu } from './take-along-menu.js';

/** What one works on, what is still undecided, and what can be done with it. */
export function EditorHead() {
  const { t } = useTranslation('editor');
  const { data: domains } = useQuery(domainsQuery);
  const { editable, drawing, saving } = useEditing();
  const { live: process, state, canvas, drawn } = drawing;
  const saves = editable && state.loaded !== undefined;
  const guarded = {
    id: process.id,
    name: process.name,
    domain: process.domain,
    retired: process.retired !== undefined,
    ...(process.owner && { owner: process.owner.person }),
  };
  return (
    <div className="editor-head compact">
      <div className="editor-head__row">
        <div className="editor-head__title">
          <PageHeading title={process.name} />
          <div className="editor-head__facts">
            {domains?.find((domain) => domain.id === process.domain)?.name ?? process.domain}
            <Link className="nl-link" to={historyAddress(process.id)}>
              {t('version', { version: process.latest })}
            </Link>
            {saves && <SaveStanding state={state} />}
          </div>
        </div>
        <div className="editor-head__acts">
          {saves && <SaveButton process={process.id} busy={isSending(state.saving)} onSave={saving.save} />}
          {saves && <OpenFile />}
          {process.diagram && <TakeAlongMenu />}
          <ProcessMenu process={guarded} />
        </div>
      </div>
      {(process.diagram || (canvas && drawn)) && <HeadTools />}
    </div>
  );
}
