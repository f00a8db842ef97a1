import { ROUTES } from '../addresses.js';
import type { Page } from '../page.js';

/** All processes, by domain: where the page begins. */
export const overviewPage: Page = {
  texts: { nl: () => import('./texts/nl.js'), en: () => import('./texts/en.js') },
  navigation: { address: ROUTES.overview, label: { nl: 'Overzicht', en: 'Overview' } },
  routes: [
    {
      path: ROUTES.overview,
      lazy: async () => ({ Component: (await import('./overview-page.js')).OverviewPage }),
    },
  ],
};
