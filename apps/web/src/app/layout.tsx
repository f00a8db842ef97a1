import { SkipLink } from '@nl-design-system-candidate/skip-link-react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useMatches } from 'react-router';
import { ROUTES } from '../addresses.js';
import { Header } from './header.js';
import { LeftWorkNotice } from './left-work-notice.js';
import { OtherPersonNotice } from './other-person-notice.js';
import type { PageHandle } from '../page.js';

/** What is around every page: way past the header, header, the page itself, footer. */
export function Layout() {
  const { t } = useTranslation();
  const fill = useMatches().some((match) => (match.handle as PageHandle | undefined)?.fill);
  return (
    <>
      <SkipLink href="#inhoud">{t('skipToContent')}</SkipLink>
      <Header />
      <OtherPersonNotice />
      <LeftWorkNotice />
      <main id="inhoud" tabIndex={-1} className={fill ? 'page page--fill' : 'page'}>
        <Outlet />
      </main>
      {!fill && (
        <footer className="site-footer">
          <ul>
            <li>
              <Link className="nl-link" to={ROUTES.accessibility}>
                {t('accessibility')}
              </Link>
            </li>
            <li>
              <Link className="nl-link" to={ROUTES.apiDocs}>
                {t('apiDocs')}
              </Link>
            </li>
          </ul>
        </footer>
      )}
    </>
  );
}
