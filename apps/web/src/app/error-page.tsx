import { useRouteError } from 'react-router';
import { FailedPage } from '../ui/failed-page.js';

/** A page that broke: says so, and lets one load it again, instead of a white screen. */
export function ErrorPage() {
  return <FailedPage error={useRouteError()} onRetry={() => location.reload()} />;
}
