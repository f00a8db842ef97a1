import { describe, expect, it } from '@jest/globals';
import { absoluteTime, relativeTime } from './times.js';

const now = Date.parse('2026-05-14T12:00:00Z');

describe('times', () => {
  it('are shown as how long ago, in the largest fitting unit', () => {
    expect(relativeTime('2026-05-14T11:59:40Z', 'nl', now)).toBe('nu');
    expect(relativeTime('2026-05-14T11:15:00Z', 'nl', now)).toBe('45 minuten geleden');
    expect(relativeTime('2026-05-13T11:00:00Z', 'nl', now)).toBe('gisteren');
    expect(relativeTime('2026-05-03T12:00:00Z', 'nl', now)).toBe('vorige week');
    expect(relativeTime('2026-01-14T12:00:00Z', 'en', now)).toBe('4 months ago');
  });

  it('and as the moment itself, summer time included', () => {
    expect(absoluteTime('2026-05-14T08:32:00Z', 'nl', 'Europe/Amsterdam')).toBe('14 mei 2026, 10:32');
    expect(absoluteTime('2026-01-14T08:32:00Z', 'en', 'Europe/Amsterdam')).toBe('14 Jan 2026, 09:32');
  });
});
