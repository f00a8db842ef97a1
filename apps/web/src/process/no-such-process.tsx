import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ROUTES } from '../addresses.js';
import { PageHeading } from '../ui/page-heading.js';

/** No process at this address. */
export function NoSuchProcess() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageHeading title={t('noSuchProcess')} />
      <p>{t('noSuchProcessText')}</p>
      <p>
        <Link className="nl-link" to={ROUTES.overview}>
          {t('toOverview')}
        </Link>
      </p>
    </div>
  );
}
