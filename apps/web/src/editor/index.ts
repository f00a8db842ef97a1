import { ROUTES } from '../addresses.js';
import { ahead, type Page, type PageHandle } from '../page.js';
import { readAhead } from './read-ahead.js';

/** A process: its drawing, its steps and what was decided on them. */
export const editorPage: Page = {
  texts: { nl: () => import('./texts/nl.js'), en: () => import('./texts/en.js') },
  routes: [
    {
      path: ROUTES.editor,
      handle: { fill: true } satisfies PageHandle,
      loader: ({ params: { id = '' } }) => ahead(readAhead(id)),
      lazy: async () => ({ Component: (await import('./editor-page.js')).EditorPage }),
    },
  ],
};
