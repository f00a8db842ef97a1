import { PageHeading } from '../shell/page-heading.js';

/** The API described. */
export function ApiDocsPage() {
  return <PageHeading title="API" />;
}
