const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** How long ago a moment is (in ms or RFC 3339), in words: "3 dagen geleden". */
export function relativeTime(at: string | number, language: string, now: number = Date.now()): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second' as const, 1];
  return unit === 'second' ? words.format(0, 'second') : words.format(Math.trunc(seconds / size), unit);
}

/** Date and time of day, the way it is written in the language; in the browser's time zone unless told. */
export function absoluteTime(at: string | number, language: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone && { timeZone }),
  }).format(new Date(at));
}
