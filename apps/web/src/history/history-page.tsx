import { PageHeading } from '../shell/page-heading.js';

/** Every decision on a process. */
export function HistoryPage() {
  return <PageHeading title="Geschiedenis" />;
}
