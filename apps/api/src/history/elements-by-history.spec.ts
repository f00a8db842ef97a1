import { beforeEach, describe, expect, it } from '@jest/globals';
import { ElementsOfProcess } from './elements-by-history.js';

type Row = Parameters<ElementsOfProcess['add']>[0];

describe('A step or flow in the history', () => {
  let elements: ElementsOfProcess;
  beforeEach(() => {
    elements = new ElementsOfProcess();
  });
  const add = (version: number, row: Partial<Row>) =>
    elements.add({
      version,
      at: `at ${version}`,
      actor: 'a',
      kind: 'knip',
      key: '',
      ends: 0,
      from: null,
      to: null,
      ...row,
    });
  const decided = (version: number, key: string, more: Partial<Row> = {}) => add(version, { key, ...more });
  const goes = (version: number, key: string, to: string, more: Partial<Row> = {}) =>
    add(version, { key, to, ends: 1, ...more });
  const drawn = (version: number, more: Partial<Row> = {}) => add(version, { kind: 'diagram', ...more });
  const names = (...versions: number[]) => versions.map((version) => elements.nameOf(version));

  it('is found under the ids that it has and had', () => {
    decided(1, 'A');
    decided(2, 'B');
    decided(3, 'A');
    expect([names(1, 2, 3, 4), elements.versionsOf('A'), elements.versionsOf('C')]).toEqual([
      ['A', 'B', 'A', undefined],
      [1, 3],
      [],
    ]);
    goes(4, 'A', 'C', { at: 'then' });
    drawn(5, { at: 'then' });
    decided(6, 'C', { from: 3, at: 'then' });
    expect(names(1, 3, 4, 5, 6)).toEqual(['C', 'C', 'C', undefined, 'C']);
    expect([elements.versionsOf('C'), elements.versionsOf('A')]).toEqual([
      [1, 3, 4, 6],
      [1, 3, 4, 6],
    ]);
    expect(elements.seen).toBe(6);
  });

  it('is another one when its id is given to something new', () => {
    decided(1, 'A');
    goes(2, 'A', 'C', { at: 'then' });
    drawn(3, { at: 'then' });
    decided(4, 'C', { from: 1, at: 'then' });
    decided(5, 'A');
    expect([elements.versionsOf('A'), elements.versionsOf('C')]).toEqual([[5], [1, 2, 4]]);
    // And that one goes elsewhere in turn.
    goes(6, 'A', 'D', { at: 'later' });
    drawn(7, { at: 'later' });
    decided(8, 'D', { from: 5, at: 'later' });
    expect([elements.versionsOf('D'), elements.versionsOf('C'), names(1, 5)]).toEqual([
      [5, 6, 8],
      [1, 2, 4],
      ['C', 'D'],
    ]);
  });

  it('stays two where two swap their ids', () => {
    decided(1, 'A');
    decided(2, 'B');
    goes(3, 'A', 'B', { at: 'then' });
    goes(4, 'B', 'A', { at: 'then' });
    drawn(5, { at: 'then' });
    decided(6, 'B', { from: 1, at: 'then' });
    decided(7, 'A', { from: 2, at: 'then' });
    expect([elements.versionsOf('A'), elements.versionsOf('B')]).toEqual([
      [2, 4, 7],
      [1, 3, 6],
    ]);
  });

  it('goes along with several decisions at once', () => {
    decided(1, 'A');
    decided(2, 'A', { kind: 'binding' });
    goes(3, 'A', 'B', { at: 'then' });
    goes(4, 'A', 'B', { at: 'then', kind: 'binding' });
    drawn(5, { at: 'then' });
    decided(6, 'B', { from: 1, at: 'then' });
    decided(7, 'B', { from: 2, at: 'then', kind: 'binding' });
    expect(elements.versionsOf('B')).toEqual([1, 2, 3, 4, 6, 7]);
  });

  it('becomes one with what was decided where it goes, told in order', () => {
    decided(1, 'B');
    decided(2, 'A', { kind: 'binding' });
    decided(3, 'B');
    goes(4, 'A', 'B', { at: 'then', kind: 'binding' });
    drawn(5, { at: 'then' });
    decided(6, 'B', { from: 2, at: 'then', kind: 'binding' });
    expect(elements.versionsOf('B')).toEqual([1, 2, 3, 4, 6]);
    expect(names(1, 2, 3, 4, 6)).toEqual(['B', 'B', 'B', 'B', 'B']);
    goes(7, 'B', 'C', { at: 'later' });
    drawn(8, { at: 'later' });
    decided(9, 'B');
    // The name of the old one says where it began.
    expect(names(1, 9)).toEqual(['B@1', 'B']);
    expect(elements.versionsOf('B@1')).toEqual([1, 2, 3, 4, 6, 7]);
  });

  it('that is gone is named by where it began once its id is of another', () => {
    decided(1, 'A');
    decided(2, 'B');
    decided(3, 'A', { ends: 1, at: 'then' });
    decided(4, 'B', { ends: 1, at: 'then' });
    drawn(5, { at: 'then' });
    expect(names(1, 2, 3)).toEqual(['A@1', 'B@2', 'A@1']);
    expect(elements.versionsOf('A')).toEqual([1, 3]);
    decided(6, 'A');
    expect([names(1, 3, 6), elements.versionsOf('A'), elements.versionsOf('A@1')]).toEqual([
      ['A@1', 'A@1', 'A'],
      [6],
      [1, 3],
    ]);
    for (const wrong of ['A@3', 'A@6', 'B@1', 'A@x']) expect(elements.versionsOf(wrong)).toEqual([]);
  });

  it.each([
    ['at another moment', { at: 'later' }],
    ['by another person', { at: 'then', actor: 'b' }],
  ])('is the same where its decision was ended %s than the diagram was saved', (_, diagram) => {
    decided(1, 'A');
    decided(2, 'A', { ends: 1, at: 'then' });
    drawn(3, diagram);
    decided(4, 'A');
    expect(elements.versionsOf('A')).toEqual([1, 2, 4]);
  });

  it('is the same where something else was decided between the end and the diagram', () => {
    decided(1, 'A');
    decided(2, 'A', { ends: 1, at: 'then' });
    decided(3, 'B', { at: 'then' });
    drawn(4, { at: 'then' });
    decided(5, 'A', { at: 'then' });
    drawn(6, { at: 'then' });
    expect(elements.versionsOf('A')).toEqual([1, 2, 5]);
  });
});
