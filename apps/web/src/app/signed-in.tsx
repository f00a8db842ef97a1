import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { sessionQuery } from '../session.js';
import { typedQuery } from '../use-typed.js';
import { FailedPage } from '../ui/failed-page.js';
import { LoadingPage } from '../ui/loading.js';
import { SignInPage } from './sign-in-page.js';

/** Nobody enters without saying who they are; the address stays, so that one lands where one wanted. */
export function SignedIn() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const person = session?.person.id ?? '';
  // Wait for it: a form that is shown earlier would lack what was typed in it.
  const { isPending } = useQuery({ ...typedQuery(person), enabled: person !== '' });
  if (error) return <FailedPage error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <LoadingPage />;
  if (session === null) return <SignInPage />;
  return isPending ? <LoadingPage /> : <Outlet />;
}
