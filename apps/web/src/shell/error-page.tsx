import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { PageHeading } from './page-heading.js';
import { ProblemNotice } from './problem-notice.js';

/** A page that broke: says so, and lets one load it again, instead of a white screen. */
export function ErrorPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <>
      <PageHeading title={t('somethingWentWrong')} />
      <ProblemNotice error={error} onRetry={() => location.reload()} />
    </>
  );
}
