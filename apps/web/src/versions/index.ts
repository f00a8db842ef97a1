import { ROUTES } from '../addresses.js';
import type { Page, PageHandle } from '../page.js';

/** A process as it stood at a version. */
export const versionPage: Page = {
  texts: { nl: () => import('./texts/nl.js'), en: () => import('./texts/en.js') },
  routes: [
    {
      path: ROUTES.version,
      handle: { fill: true } satisfies PageHandle,
      lazy: async () => ({ Component: (await import('./version-page.js')).VersionPage }),
    },
  ],
};
