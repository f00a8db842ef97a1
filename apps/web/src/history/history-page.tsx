import './history.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { processQuery } from '../queries.js';
import { LoadingPage } from '../shell/loading.js';
import { PageHeading } from '../shell/page-heading.js';
import { ProblemNotice } from '../shell/problem-notice.js';
import { useLiveUpdates } from '../shell/use-live-updates.js';
import { HistoryHead } from './history-head.js';
import { HistoryList } from './history-list.js';

/** Every decision on a process. */
export function HistoryPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('history');
  const { data: process, error, refetch } = useQuery(processQuery(id));
  useLiveUpdates(id);
  if (error && !process) {
    return (
      <>
        <PageHeading title={t('title')} />
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!process) return <LoadingPage />;
  return (
    <>
      <p className="no-print">
        <Link className="nl-link" to={`/processen/${encodeURIComponent(id)}`}>
          ← {t('toProcess', { name: process.name })}
        </Link>
      </p>
      <PageHeading title={t('titleOf', { name: process.name })} />
      <HistoryHead process={process} />
      <HistoryList process={process} />
    </>
  );
}
