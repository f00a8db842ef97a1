import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { sessionQuery } from '../session.js';
import { FailedPage } from '../ui/failed-page.js';
import { LoadingPage } from '../ui/loading.js';
import { SignInPage } from './sign-in-page.js';

/** Nobody enters without saying who they are; the address stays, so that one lands where one wanted. */
export function SignedIn() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (error) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <LoadingPage />;
  return session === null ? <SignInPage /> : <Outlet />;
}
