import { fileName } from '#bpmn';

/** What names a file with work that the service does not have. */
export interface Unsaved {
  /** Name of the process. */
  name: string;
  /** The version it was made on. */
  base: number;
  /** When it was last changed, or is taken along (milliseconds since 1970). */
  at: number;
}

/**
 * The name of a file with unsaved work, so that nobody takes it for a version, nor for other work.
 * @param words that say so
 */
export function unsavedName(
  { name, base, at }: Unsaved,
  words: (version: { version: number }) => string,
  ending: string,
): string {
  return fileName(name, [words({ version: base }), timeForName(new Date(at))], ending);
}

/** As on the clock of the person: `2026-11-30 15.04.05`, which sorts by time. */
function timeForName(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day} ${[at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('.')}`;
}
