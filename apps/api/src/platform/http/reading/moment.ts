const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** Whether a text is meant as a moment, be it a possible one or not. */
export const looksLikeMoment = (text: string): boolean => /^\d{4}-\d{2}-\d{2}[Tt ]/.test(text);

/**
 * A moment as the log writes it: UTC, with milliseconds and `Z`; finer parts of a second are cut off.
 * @param text RFC 3339, with `Z` or an offset; a leap second counts as the end of its minute
 * @returns undefined when it is no such moment
 */
export function parseMoment(text: string): string | undefined {
  const match = RFC_3339.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [sign, offsetHour, offsetMinute] = [
    match[8] === '-' ? -1 : 1,
    Number(match[9] ?? 0),
    Number(match[10] ?? 0),
  ];
  const daysInMonth = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth) return undefined;
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return undefined;
  const milliseconds =
    second === 60 ? 59_999 : second * 1000 + Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const local = new Date(0);
  local.setUTCFullYear(year, month - 1, day);
  local.setUTCHours(hour, minute, 0, milliseconds);
  const utc = new Date(local.getTime() - sign * (offsetHour * 60 + offsetMinute) * 60_000);
  return utc.getUTCFullYear() >= 0 && utc.getUTCFullYear() <= 9999 ? utc.toISOString() : undefined;
}
