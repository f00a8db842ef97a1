import { Button } from '@nl-design-system-candidate/button-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useOtherSession } from '../session.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useSignIn } from './sign-in.js';

/**
 * Says that another person has signed in, in this browser. The page stays as it is until the user chooses, so
 * nothing on it is lost or recorded under another name.
 */
export function OtherPersonNotice() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const now = useOtherSession();
  const signIn = useSignIn();
  if (!session || now === undefined) return undefined;
  const before = session.person.name;
  return (
    <NoticeBar
      kind="error"
      {...(signIn.error && { below: <ProblemNotice error={signIn.error} /> })}
      actions={
        <>
          {now && (
            // A reload makes the page that of the other person. The browser asks first if work would be lost.
            <Button purpose="secondary" onClick={() => location.reload()}>
              {t('goOnAs', { name: now.person.name })}
            </Button>
          )}
          <Button purpose="primary" onClick={() => signIn.mutate(session.person.id)}>
            {t('signInAgain', { name: before })}
          </Button>
        </>
      }
    >
      {now ? t('otherPerson', { now: now.person.name, before }) : t('signedOutElsewhere', { before })}
    </NoticeBar>
  );
}
