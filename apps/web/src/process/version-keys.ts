/** What a key press on the version page asks for. */
export type VersionStep = 'back' | 'forward';

/** The part of a keyboard event that the page looks at. */
export interface KeyPress {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/**
 * One version back with Alt and comma, one forward with Alt and full stop. With Alt, since a single character
 * as a shortcut is in the way of speech input (WCAG 2.1.4), and Alt with an arrow belongs to the browser; by
 * place of the key as well, since macOS types another character with Alt.
 */
export function versionStep(press: KeyPress): VersionStep | undefined {
  if (!press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return undefined;
  if (press.key === ',' || press.code === 'Comma') return 'back';
  if (press.key === '.' || press.code === 'Period') return 'forward';
  return undefined;
}

/**
 * The version to show after a step, and no change at either end.
 * @param latest the newest version there is
 */
export function stepped(version: number, step: VersionStep, latest: number): number {
  return step === 'back' ? Math.max(1, version - 1) : Math.min(latest, version + 1);
}

/** The versions worth fetching before they are asked for: those next to the one shown. */
export function neighbours(version: number, latest: number): number[] {
  return [version + 1, version - 1].filter((n) => n >= 1 && n <= latest);
}
