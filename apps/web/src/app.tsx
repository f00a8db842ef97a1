import { createBrowserRouter } from 'react-router';
import { ErrorPage } from './shell/error-page.js';
import { Layout } from './shell/layout.js';
import { LoadingPage } from './shell/loading.js';
import { NotFoundPage } from './shell/not-found-page.js';
import type { PageHandle } from './shell/page-handle.js';
import { SignedIn } from './shell/signed-in.js';

const fill: PageHandle = { fill: true };

/** All addresses of the page. A page's code is fetched when it is first visited, so that whoever reads needs no editor. */
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
            children: [
              { path: '/', lazy: async () => ({ Component: (await import('./overview/overview-page.js')).OverviewPage }) },
              {
                path: '/processen/:id',
                handle: fill,
                lazy: async () => ({ Component: (await import('./editor/editor-page.js')).EditorPage }),
              },
              {
                path: '/processen/:id/geschiedenis',
                lazy: async () => ({ Component: (await import('./history/history-page.js')).HistoryPage }),
              },
              {
                path: '/processen/:id/verschillen',
                lazy: async () => ({ Component: (await import('./history/differences-page.js')).DifferencesPage }),
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
            lazy: async () => ({ Component: (await import('./pages/accessibility-page.js')).AccessibilityPage }),
          },
          { path: '/api/v1/docs', lazy: async () => ({ Component: (await import('./pages/api-docs-page.js')).ApiDocsPage }) },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
