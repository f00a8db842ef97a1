import { createBrowserRouter } from 'react-router';
import { ahead, type Page } from '../page.js';
import { queryClient } from '../query-client.js';
import { sessionQuery } from '../session.js';
import { LoadingPage } from '../ui/loading.js';
import { ErrorPage } from './error-page.js';
import { Layout } from './layout.js';
import { NotFoundPage } from './not-found-page.js';
import { pages } from './pages.js';
import { SignedIn } from './signed-in.js';

const routesOf = (these: readonly Page[]) => these.flatMap(({ routes }) => routes);

/** All addresses of the page. A page's code is fetched when it is first visited: reading needs no editor. */
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
            loader: () => ahead(queryClient.prefetchQuery(sessionQuery)),
            children: routesOf(pages.filter(({ open }) => !open)),
          },
          ...routesOf(pages.filter(({ open }) => open)),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
