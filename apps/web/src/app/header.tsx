import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink, Link } from 'react-router';
import { ROUTES } from '../addresses.js';
import { sessionQuery } from '../session.js';
import type { Language } from '#bpmn';
import { BrandMark } from './brand-mark.js';
import { LanguageSwitch } from './language-switch.js';
import { pages } from './pages.js';
import { useSignOut } from './sign-in.js';

const navigation = pages.flatMap((page) => page.navigation ?? []);

/** Name of the program, ways through it, who one is, and the language. */
export function Header() {
  const { t, i18n } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const signOut = useSignOut();
  return (
    <header className="site-header">
      <Link className="site-header__brand" to={ROUTES.overview}>
        <BrandMark />
        Knipkaart
      </Link>
      <nav className="site-header__nav" aria-label={t('mainNavigation')}>
        {session &&
          navigation.map(({ address, label }) => (
            <NavLink key={address} to={address} end>
              {label[i18n.language as Language]}
            </NavLink>
          ))}
      </nav>
      {session && (
        <>
          <div className="site-header__person">
            <span className="visually-hidden">{t('signedInAs')} </span>
            <div>{session.person.name}</div>
            <div className="site-header__persona">{t(`persona.${session.person.persona}`)}</div>
          </div>
          <button type="button" className="site-header__button" onClick={() => signOut.mutate()}>
            {t(session.demo ? 'switchPerson' : 'signOut')}
          </button>
        </>
      )}
      <LanguageSwitch />
    </header>
  );
}
