import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProblemError } from '../http.js';
import { processQuery } from '../queries.js';
import { LoadingPage } from '../shell/loading.js';
import { PageHeading } from '../shell/page-heading.js';
import { ProblemNotice } from '../shell/problem-notice.js';
import { usePerson } from '../shell/session.js';
import { Editor } from './editor.js';

/** Where a process is edited: fetched, not there, not reachable, or shown. */
export function EditorPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('editor');
  const person = usePerson();
  const { data, error, refetch } = useQuery(processQuery(id));
  if (data) return <Editor key={`${person.id} ${id}`} answer={data} notFresh={error !== null} />;
  if (error instanceof ProblemError && error.status === 404) return <NoSuchProcess />;
  if (error) {
    return (
      <div className="page">
        <PageHeading title={t('loadingFailed')} />
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  return <LoadingPage />;
}

/** No process at this address. */
export function NoSuchProcess() {
  const { t } = useTranslation('editor');
  const { t: shell } = useTranslation('shell');
  return (
    <div className="page">
      <PageHeading title={t('noSuchProcess')} />
      <p>{t('noSuchProcessText')}</p>
      <p>
        <Link className="nl-link" to="/">
          {shell('toOverview')}
        </Link>
      </p>
    </div>
  );
}
