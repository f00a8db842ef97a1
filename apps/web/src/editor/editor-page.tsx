import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemError } from '../http.js';
import { processSubject } from '../process/subject.js';
import { NoSuchProcess } from '../process/no-such-process.js';
import { LoadingPage } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { usePerson } from '../session.js';
import { EditingProvider } from './editing-provider.js';
import { Editor } from './editor.js';

/** Where a process is edited: fetched, not there, not reachable, or shown. */
export function EditorPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('editor');
  const person = usePerson();
  const subject = useMemo(() => processSubject(id), [id]);
  const { data, error, refetch } = useQuery(subject.stateQuery());
  if (data)
    return (
      <EditingProvider key={`${person.id} ${id}`} subject={subject} answer={data} notFresh={error !== null}>
        <Editor />
      </EditingProvider>
    );
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
