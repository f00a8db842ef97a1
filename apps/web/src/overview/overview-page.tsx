import { PageHeading } from '../shell/page-heading.js';

/** The domains with their processes. */
export function OverviewPage() {
  return <PageHeading title="Overzicht" />;
}
