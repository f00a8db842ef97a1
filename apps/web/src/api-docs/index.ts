import { ROUTES } from '../addresses.js';
import type { Page } from '../page.js';

/** The documentation of the API, made of its own description. */
export const apiDocsPage: Page = {
  texts: { nl: () => import('./texts/nl.js'), en: () => import('./texts/en.js') },
  open: true,
  routes: [
    {
      path: ROUTES.apiDocs,
      lazy: async () => ({ Component: (await import('./api-docs-page.js')).ApiDocsPage }),
    },
  ],
};
