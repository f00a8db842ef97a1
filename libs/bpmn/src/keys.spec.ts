import { describe, expect, it } from '@jest/globals';
import { readDiagramText } from './check.js';
import { keys } from './keys.js';

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
