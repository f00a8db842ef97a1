/** The letters of a drawing: those in which the labels of the generic processes were given their room. */
export const LETTERS = "'IBM Plex Sans', Arial, sans-serif";

/**
 * Waits for the letters of a drawing, since labels are laid out by their widths. Where they do not come,
 * others of nearly the same width are used.
 */
export async function lettersHere(): Promise<void> {
  await document.fonts.load(`12px ${LETTERS}`).catch(() => undefined);
}
