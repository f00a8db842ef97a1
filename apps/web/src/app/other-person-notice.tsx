import { Button } from '@nl-design-system-candidate/button-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery, useOtherSession } from '../session.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useSignIn } from './sign-in.js';

/**
 * Says that this browser is signed in as somebody else than this page is of. The page stays as it is until
 * one chooses: nothing of what is on it gets lost, or gets another name.
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
            // Read anew, the page is wholly the other's; the browser asks when work would be lost by it.
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
