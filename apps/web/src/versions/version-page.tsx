import { PageHeading } from '../shell/page-heading.js';

/** A version as it stood. */
export function VersionPage() {
  return <PageHeading title="Versie" />;
}
