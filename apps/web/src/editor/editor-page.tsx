import { PageHeading } from '../shell/page-heading.js';

/** Where a process is edited. */
export function EditorPage() {
  return <PageHeading title="Proces" />;
}
