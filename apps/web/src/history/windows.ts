export type Order = 'newest' | 'oldest';

/** How many versions are asked for at a time: as many as the service gives. */
export const WINDOW = 200;

/** Which versions the n-th window asks for: those after `after`, `limit` of them. */
export function windowOf(index: number, latest: number, order: Order): { after: number; limit: number } {
  if (order === 'oldest') return { after: index * WINDOW, limit: Math.min(WINDOW, latest - index * WINDOW) };
  const end = latest - index * WINDOW;
  const after = Math.max(0, end - WINDOW);
  return { after, limit: end - after };
}
