import { describe, expect, it } from '@jest/globals';
import { readDiagramText } from './check.js';
import { clipped, clippedApart, copied, keys, listed } from './keys.js';

const reading = readDiagramText(
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"><task id="A"/><task/><task id="B"/><task id="B"/></process></definitions>',
);
if (!reading.ok) throw new Error('The file is not read.');
const [named, nameless, twice, again] = reading.diagram.root.children[0]!.children;

describe('The key of an element', () => {
  it('is its id where that stands once, and stays the same whenever it is asked for', () => {
    const keyOf = keys(
      new Map([
        ['P', 1],
        ['A', 1],
        ['B', 2],
        ['?1', 1],
      ]),
    );
    for (let asked = 0; asked < 2; asked++) {
      expect(keyOf(named!)).toEqual({ key: 'A', id: 'A', decidable: true });
      expect(keyOf(nameless!)).toEqual({ key: '?2', decidable: false });
      expect(keyOf(twice!)).toEqual({ key: '?3', id: 'B', decidable: false });
      expect(keyOf(again!)).toEqual({ key: '?4', id: 'B', decidable: false });
    }
  });
});

describe('A long text', () => {
  it('is cut and ends in dots, never through the middle of an emoji', () => {
    expect(clipped('x'.repeat(40), 40)).toBe('x'.repeat(40));
    expect(clipped('x'.repeat(41), 40)).toBe(`${'x'.repeat(40)}…`);
    expect(clipped(`${'x'.repeat(39)}😀`, 40)).toBe(`${'x'.repeat(39)}…`);
    expect(copied('x'.repeat(201))).toBe(`${'x'.repeat(200)}…`);
  });

  it('is shown from shortly before where it reads otherwise than the others', () => {
    expect(clippedApart(['kort', null, 'langer'], 4)).toEqual(['kort', null, 'lang…']);
    const long = (end: string) => `${'x'.repeat(100)}${end}`;
    expect(clippedApart([long('a'), long('b'), null], 50)).toEqual([
      `…${'x'.repeat(20)}a`,
      `…${'x'.repeat(20)}b`,
      null,
    ]);
    expect(clippedApart([long('a'), long('a'), 'kort'], 10)).toEqual([
      `${'x'.repeat(10)}…`,
      `${'x'.repeat(10)}…`,
      'kort',
    ]);
    expect(clippedApart([long('a'), long('b'), 'xy'], 50)).toEqual([
      `…${'x'.repeat(20)}a`,
      `…${'x'.repeat(20)}b`,
      'xy',
    ]);
  });

  it('is one of five at most in a list', () => {
    expect(listed(['a', 'b'])).toBe('a, b');
    expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e');
    expect(listed(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d, e, …');
  });
});
