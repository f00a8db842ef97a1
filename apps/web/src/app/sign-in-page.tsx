import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { Button } from '@nl-design-system-candidate/button-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from './sign-in.js';
import { FailedPage } from '../ui/failed-page.js';
import { LoadingPage } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useSignIn } from './sign-in.js';

/** Choose who you are; demo people need no password. */
export function SignInPage() {
  const { t } = useTranslation();
  const { data: people, error, refetch } = useQuery(peopleQuery);
  const signIn = useSignIn();
  if (error) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (!people) return <LoadingPage />;
  return (
    <>
      <PageHeading title={t('signIn')} />
      <Paragraph>{t('signInText')}</Paragraph>
      {signIn.error && <ProblemNotice error={signIn.error} />}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <Button purpose="secondary" className="people__button" onClick={() => signIn.mutate(person.id)}>
              <span className="people__name">{person.name}</span>
              <span className="people__persona">
                {[t(`persona.${person.persona}`), person.domains.join(', ')].filter(Boolean).join(' · ')}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
