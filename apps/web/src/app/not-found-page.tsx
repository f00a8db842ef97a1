import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ROUTES } from '../addresses.js';
import { PageHeading } from '../ui/page-heading.js';

/** An address that is not one of ours. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeading title={t('notFound')} />
      <Paragraph>{t('notFoundText')}</Paragraph>
      <p>
        <Link className="nl-link" to={ROUTES.overview}>
          {t('toOverview')}
        </Link>
      </p>
    </>
  );
}
