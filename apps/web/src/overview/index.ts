import { ROUTES } from '../addresses.js';
import type { Page } from '../page.js';

/** All processes, by domain: where the page begins. */
export const overviewPage: Page = {
  navigation: { address: ROUTES.overview, label: 'overview' },
  routes: [
    {
      path: ROUTES.overview,
      lazy: async () => ({ Component: (await import('./overview-page.js')).OverviewPage }),
    },
  ],
};
