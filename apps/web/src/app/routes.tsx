import { createBrowserRouter, type RouteObject } from 'react-router';
import { ahead, type Page } from '../page.js';
import { queryClient } from '../query-client.js';
import { sessionQuery } from '../session.js';
import { loadTexts, type Texts } from '../texts.js';
import { LoadingPage } from '../ui/loading.js';
import { ErrorPage } from './error-page.js';
import { Layout } from './layout.js';
import { NotFoundPage } from './not-found-page.js';
import { pages } from './pages.js';
import { SignedIn } from './signed-in.js';

/** The routes of some pages, each shown when its code and its texts are there. */
const routesOf = (these: readonly Page[]): RouteObject[] =>
  these.flatMap(({ routes, texts }) => routes.map((route) => withTexts(route, texts)));

function withTexts(route: RouteObject, texts: Texts): RouteObject {
  const { lazy } = route;
  if (typeof lazy !== 'function') return route;
  return {
    ...route,
    lazy: async () => {
      const [code] = await Promise.all([lazy(), loadTexts(texts)]);
      return code;
    },
  } as RouteObject;
}

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
