import { describe, expect, it } from '@jest/globals';
import { dayOf, startOf } from './municipal-day.js';

describe('A day in the municipality', () => {
  it.each([
    ['2027-01-01', '2026-12-31T23:00:00.000Z'],
    ['2027-07-01', '2027-06-30T22:00:00.000Z'],
    // The clocks go forward on this day, and back on the other.
    ['2027-03-28', '2027-03-27T23:00:00.000Z'],
    ['2027-03-29', '2027-03-28T22:00:00.000Z'],
    ['2027-10-31', '2027-10-30T22:00:00.000Z'],
    ['2027-11-01', '2027-10-31T23:00:00.000Z'],
  ])('%s begins at %s', (day, start) => {
    expect(startOf(day).toISOString()).toBe(start);
    expect(dayOf(startOf(day))).toBe(day);
    expect(dayOf(new Date(startOf(day).getTime() - 1))).not.toBe(day);
  });
});
