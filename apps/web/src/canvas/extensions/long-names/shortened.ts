/** What fits an element many times over; the full name stays in the file and in the step list. */
const LONGEST_DRAWN = 240;

/** The library's letters are about this large, in the units of the drawing. */
const LETTER = { width: 6.5, height: 15 };

/** Names are not cut below this, however small the box: short ones may stand out a little. */
const SHORTEST_CUT = 60;

/**
 * A name as far as it can be drawn, with dots where something was left out.
 * @param box what it is drawn in; absent: as much as is drawn of any name
 */
export function shortened(text: string, box?: { width?: number; height?: number }): string {
  const fits =
    box?.width && box.height
      ? Math.floor(box.width / LETTER.width) * Math.floor(box.height / LETTER.height)
      : LONGEST_DRAWN;
  const most = Math.min(LONGEST_DRAWN, Math.max(SHORTEST_CUT, fits));
  const characters = [...text.slice(0, 2 * LONGEST_DRAWN)];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
