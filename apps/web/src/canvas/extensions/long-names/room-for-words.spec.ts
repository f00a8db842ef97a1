import { describe, expect, it } from '@jest/globals';
import { roomForWords } from './room-for-words.js';

const widthOf = (word: string) => word.length * 6;

describe('the room for a label', () => {
  it('is what the file says, where every word fits', () => {
    expect(roomForWords('Besluit is genomen', 50, widthOf)).toBe(50);
    expect(roomForWords('', 0, widthOf)).toBe(0);
  });

  it('is that of the longest word, where the file has less', () => {
    expect(roomForWords('Ja', 11, widthOf)).toBe(12);
    expect(roomForWords('Ja, volledig\naangevraagd', 11, widthOf)).toBe(66);
  });

  it('does not grow without end for a word without end', () => {
    expect(roomForWords('x'.repeat(10_000), 11, widthOf)).toBe(90);
  });
});
