import './history.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { ChangesAnswer } from '#contract';
import { get } from '../http.js';
import { keys, processPath, processQuery } from '../queries.js';
import { LoadingPage, Skeleton } from '../shell/loading.js';
import { PageHeading } from '../shell/page-heading.js';
import { ProblemNotice } from '../shell/problem-notice.js';
import { ChangeList } from './change-list.js';
import { VersionsForm } from './versions-form.js';

/** What differs between two versions of a process; the addresses take version numbers, moments and names of milestones. */
export function DifferencesPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('history');
  const [params, setParams] = useSearchParams();
  const asked = new URLSearchParams({ from: params.get('from') ?? '1', ...(params.has('to') && { to: params.get('to') ?? '' }) }).toString();
  const process = useQuery(processQuery(id));
  const changes = useQuery({
    queryKey: [...keys.process(id), 'changes', asked],
    queryFn: ({ signal }) => get<ChangesAnswer>(processPath(id, `/changes?${asked}`), signal),
  });
  const error = process.error ?? changes.error;
  const retry = () => {
    void process.refetch();
    void changes.refetch();
  };
  if (error) {
    return (
      <>
        <PageHeading title={t('changes.title')} />
        <ProblemNotice error={error} onRetry={retry} />
      </>
    );
  }
  if (!process.data) return <LoadingPage />;
  const { name, latest } = process.data;
  const title = changes.data ? t('changes.titleOf', { from: changes.data.from, to: changes.data.to, name }) : t('changes.title');
  return (
    <>
      <p className="no-print">
        <Link className="nl-link" to={`/processen/${encodeURIComponent(id)}/geschiedenis`}>
          ← {t('titleOf', { name })}
        </Link>
      </p>
      <PageHeading title={title} />
      {changes.data ? (
        <>
          <VersionsForm
            key={asked}
            from={changes.data.from}
            to={changes.data.to}
            latest={latest}
            onChoose={(from, to) => setParams({ from: String(from), to: String(to) })}
          />
          <ChangeList changes={changes.data} />
        </>
      ) : (
        <Skeleton rows={6} />
      )}
    </>
  );
}
