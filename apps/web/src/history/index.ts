import { ROUTES } from '../addresses.js';
import type { Page } from '../page.js';

/** Everything that was decided on a process, and by whom. */
export const historyPage: Page = {
  texts: { nl: () => import('./texts/nl.js'), en: () => import('./texts/en.js') },
  routes: [
    {
      path: ROUTES.history,
      lazy: async () => ({ Component: (await import('./history-page.js')).HistoryPage }),
    },
  ],
};
