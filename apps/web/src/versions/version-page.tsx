import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { processAddress, versionAddress } from '../addresses.js';
import { ProblemError } from '../http.js';
import { processQuery } from '../process/queries.js';
import { LoadingPage } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useLiveUpdates } from '../process/use-live-updates.js';
import { LookBack } from './look-back.js';
import { versionQuery } from './version-queries.js';

/**
 * A version by its number, or by a moment (RFC 3339) in `?at=`, which leads to the version that held then.
 */
export function VersionPage() {
  const { id = '', version = '' } = useParams();
  const [search] = useSearchParams();
  const at = search.get('at');
  if (at !== null) return <ByMoment id={id} at={at} />;
  return /^[1-9]\d*$/.test(version) ? (
    <ByNumber key={id} id={id} version={Number(version)} />
  ) : (
    <NoSuchVersion id={id} />
  );
}

function ByMoment({ id, at }: { id: string; at: string }) {
  const { data, error, refetch } = useQuery(processQuery(id, { at }));
  if (data) return <Navigate replace to={versionAddress(id, data.version)} />;
  return error ? <Failed id={id} error={error} onRetry={() => void refetch()} /> : <LoadingPage />;
}

function ByNumber({ id, version }: { id: string; version: number }) {
  useLiveUpdates(id);
  const { data, error, refetch } = useQuery(versionQuery(id, version));
  if (error) return <Failed id={id} error={error} onRetry={() => void refetch()} />;
  return data ? <LookBack answer={data} version={version} /> : <LoadingPage />;
}

function Failed({ id, error, onRetry }: { id: string; error: Error; onRetry(): void }) {
  if (error instanceof ProblemError && (error.status === 404 || error.status === 400))
    return <NoSuchVersion id={id} />;
  return (
    <div className="page">
      <ProblemNotice error={error} onRetry={onRetry} />
    </div>
  );
}

function NoSuchVersion({ id }: { id: string }) {
  const { t } = useTranslation('versions');
  return (
    <div className="page">
      <PageHeading title={t('noSuchVersion')} />
      <p>{t('noSuchVersionText')}</p>
      <p>
        <Link className="nl-link" to={processAddress(id)}>
          {t('toNewest')}
        </Link>
      </p>
    </div>
  );
}
