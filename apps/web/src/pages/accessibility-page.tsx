import { PageHeading } from '../shell/page-heading.js';

/** The accessibility statement. */
export function AccessibilityPage() {
  return <PageHeading title="Toegankelijkheid" />;
}
