import { PageHeading } from '../shell/page-heading.js';

/** What differs between two versions. */
export function DifferencesPage() {
  return <PageHeading title="Verschillen" />;
}
