import { createBrowserRouter } from 'react-router';
import { ErrorPage } from './shell/error-page.js';
import { Layout } from './shell/layout.js';
import { readComparisonAhead } from './comparison/read-ahead.js';
import { readAhead } from './editor/read-ahead.js';
import { queryClient, sessionQuery } from './queries.js';
import { LoadingPage } from './shell/loading.js';
import { NotFoundPage } from './shell/not-found-page.js';
import type { PageHandle } from './shell/page-handle.js';
import { SignedIn } from './shell/signed-in.js';

const fill: PageHandle = { fill: true };

/**
 * What a page will ask for is fetched beside its code; the page does not wait, and shows itself what went
 * wrong.
 */
function aside(ahead: Promise<void>): null {
  ahead.catch(() => undefined);
  return null;
}

/**
 * All addresses of the page. A page's code is fetched when it is first visited, so that whoever reads needs
 * no editor.
 */
export const router = createBrowserRouter([
  {
    element: <Layout />,
    hydrateFallbackElement: <LoadingPage />,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          {
            element: <SignedIn />,
            loader: () => aside(queryClient.prefetchQuery(sessionQuery)),
            children: [
              {
                path: '/',
                lazy: async () => ({ Component: (await import('./overview/overview-page.js')).OverviewPage }),
              },
              {
                path: '/processen/:id',
                handle: fill,
                loader: ({ params: { id = '' } }) => aside(readAhead(id)),
                lazy: async () => ({ Component: (await import('./editor/editor-page.js')).EditorPage }),
              },
              {
                path: '/processen/:id/geschiedenis',
                lazy: async () => ({ Component: (await import('./history/history-page.js')).HistoryPage }),
              },
              {
                path: '/processen/:id/comparison',
                handle: fill,
                loader: ({ params: { id = '' }, request }) =>
                  aside(readComparisonAhead(id, new URL(request.url).searchParams)),
                lazy: async () => ({
                  Component: (await import('./comparison/comparison-page.js')).ComparisonPage,
                }),
              },
              {
                path: '/processen/:id/versies/:version',
                handle: fill,
                lazy: async () => ({ Component: (await import('./versions/version-page.js')).VersionPage }),
              },
            ],
          },
          {
            path: '/toegankelijkheid',
            lazy: async () => ({
              Component: (await import('./pages/accessibility-page.js')).AccessibilityPage,
            }),
          },
          {
            path: '/api/v1/docs',
            lazy: async () => ({ Component: (await import('./pages/api-docs-page.js')).ApiDocsPage }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
