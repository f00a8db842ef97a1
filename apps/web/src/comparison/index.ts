import { redirect } from 'react-router';
import { comparisonAddress, FORMER_ROUTES, ROUTES } from '../addresses.js';
import { ahead, type Page, type PageHandle } from '../page.js';
import { readComparisonAhead } from './read-ahead.js';

/** What differs between two states of a process. */
export const comparisonPage: Page = {
  texts: { nl: () => import('./texts/nl.js'), en: () => import('./texts/en.js') },
  routes: [
    {
      path: ROUTES.comparison,
      handle: { fill: true } satisfies PageHandle,
      loader: ({ params: { id = '' }, request }) =>
        ahead(readComparisonAhead(id, new URL(request.url).searchParams)),
      lazy: async () => ({ Component: (await import('./comparison-page.js')).ComparisonPage }),
    },
    {
      path: FORMER_ROUTES.comparison,
      loader: ({ params: { id = '' }, request }) =>
        redirect(comparisonAddress(id) + new URL(request.url).search),
      // Never shown; the router warns of a route without one.
      Component: () => null,
    },
  ],
};
