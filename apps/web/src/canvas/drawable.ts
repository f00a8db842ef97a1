/** Further away nothing is drawn by hand; the drawing library would calculate for minutes, or for ever. */
const FURTHEST = 1e6;

/**
 * Whether every place and size in the drawing of a file is a number that a screen can show.
 * @param xml the file's text; well-formed, as the service accepted it
 */
export function drawable(xml: string): boolean {
  for (const [, attributes = ''] of xml.matchAll(/<(?:[\w.-]+:)?(?:Bounds|waypoint)\s([^>]*)>/g)) {
    for (const [, double, single] of attributes.matchAll(
      /(?:^|\s)(?:x|y|width|height)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
    )) {
      const value = (double ?? single ?? '').trim();
      if (value === '' || !(Math.abs(Number(value)) <= FURTHEST)) return false;
    }
  }
  return true;
}
