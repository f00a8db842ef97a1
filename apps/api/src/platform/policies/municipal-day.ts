const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' });
const HOUR_MS = 3_600_000;

/** The day in the municipality at a moment: `2027-01-01`. */
export const dayOf = (moment: Date): string => DAY.format(moment);

/**
 * The moment at which a day begins in the municipality: one hour before midnight UTC, or two in summer.
 * Clocks are never changed at midnight.
 */
export function startOf(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const inSummer = new Date(midnight - 2 * HOUR_MS);
  return dayOf(inSummer) === day ? inSummer : new Date(midnight - HOUR_MS);
}
