import { expect, it } from '@jest/globals';
import { unsavedName } from './unsaved-name.js';

it('A file with unsaved work says so, on which version it was made, and when', () => {
  const words = ({ version }: { version: number }) => `concept op v${version}`;
  const name = (base: number, at: Date) =>
    unsavedName({ name: 'Kap/vergunning', base, at: at.getTime() }, words, 'bpmn');
  const afternoon = new Date(2026, 10, 3, 15, 4, 5);
  expect(name(12, afternoon)).toBe('Kap vergunning concept op v12 2026-11-03 15.04.05.bpmn');
  expect(name(13, afternoon)).not.toBe(name(12, afternoon));
  expect(name(12, new Date(2026, 10, 3, 15, 4, 6))).not.toBe(name(12, afternoon));
});
