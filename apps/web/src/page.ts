import type { RouteObject } from 'react-router';
import type { Language } from '#bpmn';
import type { Texts } from './texts.js';

/** What a page's folder gives the frame in its `index.ts`; `app/pages.ts` lists the pages. */
export interface Page {
  routes: RouteObject[];
  /** What it says; its routes are shown when these are there. */
  texts: Texts;
  /** Shown without signing in. */
  open?: boolean;
  /** Stands in the main navigation, to those who signed in. */
  navigation?: { address: string; label: Record<Language, string> };
}

/** What a route says of its page to the frame, as its `handle`. */
export interface PageHandle {
  /** The page takes the whole window below the header, without a footer. */
  fill?: boolean;
}

/** As a route's loader: fetches ahead beside the page's code. The page itself shows what went wrong. */
export function ahead(fetching: Promise<unknown>): null {
  fetching.catch(() => undefined);
  return null;
}
