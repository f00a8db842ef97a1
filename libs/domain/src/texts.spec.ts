import { describe, expect, it } from '@jest/globals';
import { isName, isText } from './texts.js';

describe('What people write', () => {
  it('is text when something of it can be seen', () => {
    for (const text of ['x', ' x ', 'één\nregel\tof twee', '👩🏽‍💼', '–'])
      expect({ text, is: isText(text) }).toEqual({ text, is: true });
    for (const text of ['', ' ', '\n', '\u0000', '\u00a0', '\u200b\u200d', '\u2028', '\ufeff'])
      expect({ text, is: isText(text) }).toEqual({ text, is: false });
  });

  it('is text up to its limit, and without half a surrogate pair', () => {
    expect([isText('x'.repeat(4000)), isText('x'.repeat(4001)), isText('\ud83d')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is a name when it is one line', () => {
    expect(isName('Kapvergunning')).toBe(true);
    for (const name of ['a\nb', 'a\u2028b', 'a\u2029b', 'a\u0000b', 'a\tb'])
      expect({ name, is: isName(name) }).toEqual({ name, is: false });
  });
});
