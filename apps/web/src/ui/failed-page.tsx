import { useTranslation } from 'react-i18next';
import { PageHeading } from './page-heading.js';
import { ProblemNotice } from './problem-notice.js';

/** Stands where a page could not be fetched. */
export function FailedPage({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('somethingWentWrong')} />
      <ProblemNotice error={error} onRetry={onRetry} />
    </>
  );
}
