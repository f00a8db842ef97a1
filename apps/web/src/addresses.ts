import { generatePath } from 'react-router';

/** Every address of the page; `:id` and `:version` stand for what differs. */
export const ROUTES = {
  overview: '/',
  editor: '/processen/:id',
  history: '/processen/:id/geschiedenis',
  comparison: '/processen/:id/vergelijken',
  version: '/processen/:id/versies/:version',
  accessibility: '/toegankelijkheid',
  apiDocs: '/api/v1/docs',
} as const;

/** Addresses that were given out before; each leads to the one of today. */
export const FORMER_ROUTES = { comparison: '/processen/:id/comparison' } as const;

/** In the place of a version: the version that stood at a moment. */
const MOMENT = 'moment';

/** Where a process is drawn and decided on. */
export const processAddress = (id: string): string => generatePath(ROUTES.editor, { id });

/** The history of a process. */
export const historyAddress = (id: string): string => generatePath(ROUTES.history, { id });

/** A process as it stood at a version. */
export const versionAddress = (id: string, version: number): string =>
  generatePath(ROUTES.version, { id, version: String(version) });

/** A process as it stood at a moment (RFC 3339). */
export const momentAddress = (id: string, at: string): string =>
  `${generatePath(ROUTES.version, { id, version: MOMENT })}?${new URLSearchParams({ at }).toString()}`;

/** A comparison of two states of a process; without them the page chooses the usual two. */
export function comparisonAddress(id: string, from?: string, to?: string): string {
  const address = generatePath(ROUTES.comparison, { id });
  return from && to ? `${address}?${new URLSearchParams({ from, to }).toString()}` : address;
}
