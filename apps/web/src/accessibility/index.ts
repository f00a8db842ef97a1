import { ROUTES } from '../addresses.js';
import type { Page } from '../page.js';

/** How accessible the page is, and where to tell what is not. */
export const accessibilityPage: Page = {
  texts: { nl: () => import('./texts/nl.js'), en: () => import('./texts/en.js') },
  open: true,
  routes: [
    {
      path: ROUTES.accessibility,
      lazy: async () => ({ Component: (await import('./accessibility-page.js')).AccessibilityPage }),
    },
  ],
};
