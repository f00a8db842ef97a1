/** The library itself makes a new label this wide. */
const LABEL_WIDTH = 90;

/**
 * How wide a label is laid out: as wide as the file says, but wide enough for its longest word. Letters
 * differ between machines, so a word that fitted where the file was made can be too wide here, and would be
 * broken between letters.
 * @param width what the file has for the label
 * @param widthOf how wide a word is in the letters of this machine
 */
export function roomForWords(text: string, width: number, widthOf: (word: string) => number): number {
  const longest = Math.max(0, ...text.split(/\s+/).map(widthOf));
  return Math.max(width, Math.min(longest, LABEL_WIDTH));
}
