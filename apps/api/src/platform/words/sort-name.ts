const MARKS = /\p{Mark}/gu;

/**
 * A text without capitals and diacritics: what names are sorted and searched by, so that "geindiceerd" finds
 * "Geïndiceerd".
 */
export function sortName(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}
