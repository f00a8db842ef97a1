import { accessibilityPage } from '../accessibility/index.js';
import { apiDocsPage } from '../api-docs/index.js';
import { comparisonPage } from '../comparison/index.js';
import { editorPage } from '../editor/index.js';
import { historyPage } from '../history/index.js';
import { overviewPage } from '../overview/index.js';
import type { Page } from '../page.js';
import { versionPage } from '../versions/index.js';

/** The pages there are; a new one is a folder and a line here. */
export const pages: readonly Page[] = [
  overviewPage,
  editorPage,
  historyPage,
  comparisonPage,
  versionPage,
  accessibilityPage,
  apiDocsPage,
];
