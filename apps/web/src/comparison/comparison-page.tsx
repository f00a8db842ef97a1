import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams, useSearchParams } from 'react-router';
import type { ComparisonAnswer, ProcessAnswer } from '#contract';
import { historyAddress, comparisonAddress } from '../addresses.js';
import { NoSuchProcess } from '../process/no-such-process.js';
import { ProblemError } from '../http.js';
import { processQuery } from '../process/queries.js';
import { LoadingPage } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { Comparison } from './comparison.js';
import { comparisonQuery } from '../process/comparison-query.js';
import { usualStates } from '../process/state-name.js';
import { StatesForm } from './states-form.js';

/** Two sides of a process beside each other; the address names both, so that it can be sent to somebody. */
export function ComparisonPage() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const process = useQuery(processQuery(id));
  const [from, to] = [params.get('from'), params.get('to')];
  const comparison = useQuery({ ...comparisonQuery(id, from ?? '', to ?? ''), enabled: Boolean(from && to) });
  if (process.error instanceof ProblemError && process.error.status === 404) return <NoSuchProcess />;
  if (!process.data)
    return process.error ? (
      <Failed error={process.error} onRetry={() => void process.refetch()} />
    ) : (
      <LoadingPage />
    );
  if (!from || !to) {
    const usual = usualStates(process.data);
    return <Navigate replace to={comparisonAddress(id, from || usual.from, to || usual.to)} />;
  }
  if (comparison.error) {
    return (
      <NotCompared
        process={process.data}
        from={from}
        to={to}
        error={comparison.error}
        onRetry={() => void comparison.refetch()}
      />
    );
  }
  return (
    <Comparison
      key={`${id} ${from} ${to}`}
      process={process.data}
      from={from}
      to={to}
      {...(comparison.data && { answer: comparison.data satisfies ComparisonAnswer })}
    />
  );
}

function Failed({ error, onRetry }: { error: Error; onRetry(): void }) {
  const { t } = useTranslation('comparison');
  return (
    <div className="page">
      <PageHeading title={t('title')} />
      <ProblemNotice error={error} onRetry={onRetry} />
    </div>
  );
}

function NotCompared({
  process,
  from,
  to,
  error,
  onRetry,
}: {
  process: ProcessAnswer;
  from: string;
  to: string;
  error: Error;
  onRetry(): void;
}) {
  const { t } = useTranslation('comparison');
  const navigate = useNavigate();
  const missing = error instanceof ProblemError && (error.status === 404 || error.status === 400);
  return (
    <div className="page">
      <PageHeading title={missing ? t('notThere') : t('title')} />
      {missing && <p>{t('notThereText', { sides: [from, to].map((side) => `‘${side}’`).join(', ') })}</p>}
      <ProblemNotice error={error} {...(!missing && { onRetry })} />
      <StatesForm
        process={process}
        from={from}
        to={to}
        onChoose={(one, other) => void navigate(comparisonAddress(process.id, one, other))}
      />
      <p>
        <Link className="nl-link" to={historyAddress(process.id)}>
          {t('toHistory', { name: process.name })}
        </Link>
      </p>
    </div>
  );
}
