import './history.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { processAddress } from '../addresses.js';
import { processQuery } from '../process/queries.js';
import { LoadingPage } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useLiveUpdates } from '../process/use-live-updates.js';
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
        <Link className="nl-link" to={processAddress(id)}>
          ← {t('toProcess', { name: process.name })}
        </Link>
      </p>
      <PageHeading title={t('titleOf', { name: process.name })} />
      <HistoryHead process={process} />
      <HistoryList process={process} />
    </>
  );
}
