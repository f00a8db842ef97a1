import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compareRoots, readDiagramText } from '#bpmn';
import type { DiagramComparison, XmlElement } from '#bpmn';
import { inOrder } from './in-order.js';
import { copyOf, renumbered, reprefixed, shuffled, valueOf } from './rewrite.js';

/**
 * Real files that stand beside the repository; see CONTRIBUTING for what they are. Without them the laws hold
 * for the cases of this folder alone.
 */
const corpus = process.env.CORPUS_DIR ?? '../shared';
const bpmnIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.bpmn'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
};
const files = [
  ...bpmnIn('bpmn'),
  ...bpmnIn('test/compare'),
  ...bpmnIn(join(corpus, 'corpus')),
  ...bpmnIn(join(corpus, 'compare')),
];
const rootOf = (file: string): XmlElement => {
  const reading = readDiagramText(readFileSync(file, 'utf8'));
  if (!reading.ok) throw new Error(file);
  return reading.diagram.root;
};
const roots = files.map((file) => ({ file, root: rootOf(file) }));
const failing = (law: (root: XmlElement) => unknown, nothing: unknown) =>
  roots.flatMap(({ file, root }) => {
    const found = law(root);
    return JSON.stringify(found) === JSON.stringify(nothing) ? [] : [{ file, found }];
  });
const EMPTY: DiagramComparison = { changes: [], renamedIds: [], layout: { moved: [] } };

describe(`Over ${files.length} files${bpmnIn(corpus).length > 0 ? '' : ` (without real ones: ${corpus} is not there; set CORPUS_DIR)`}`, () => {
  it('a diagram does not differ from itself', () => {
    expect(failing((root) => compareRoots(root, copyOf(root)), EMPTY)).toEqual([]);
  });

  it('another order is no change', () => {
    for (const seed of [1, 2])
      expect(failing((root) => compareRoots(root, shuffled(root, seed)), EMPTY)).toEqual([]);
  });

  it('other prefixes are no change', () => {
    expect(failing((root) => compareRoots(root, reprefixed(root)), EMPTY)).toEqual([]);
  });

  it('other ids are no change', () => {
    expect(failing((root) => compareRoots(root, renumbered(root)).changes, [])).toEqual([]);
    expect(failing((root) => compareRoots(root, renumbered(root)).layout, { moved: [] })).toEqual([]);
  });

  it('other ids, prefixes and another order together are no change', () => {
    expect(
      failing((root) => compareRoots(root, shuffled(reprefixed(renumbered(root)), 3)).changes, []),
    ).toEqual([]);
  });

  it('the two sides mirror each other', () => {
    for (const [file, i] of files.map((file, i) => [file, i] as const)) {
      const [one, other] = [roots[i]!.root, roots[(i + 1) % roots.length]!.root];
      const [there, back] = [
        mirrored(compareRoots(one, other), {
          before: valueOf(one, 'id') ?? '',
          after: valueOf(other, 'id') ?? '',
        }),
        compareRoots(other, one),
      ];
      // An element with an id on one side only is reported by it on that side only.
      const withIds = [...there.changes, ...back.changes].every(({ elementId }) => elementId !== '');
      expect({ file, found: plain(back, withIds) }).toEqual({ file, found: plain(there, withIds) });
    }
  });
});

const MIRROR = new Map([
  ['added', 'removed'],
  ['removed', 'added'],
]);

/** `definitions` is the same on both sides, whatever its id. */
function mirrored(
  { changes, renamedIds, layout }: DiagramComparison,
  definitions: { before: string; after: string },
): DiagramComparison {
  const back = new Map([...renamedIds, definitions].map(({ before, after }) => [after, before]));
  const id = (after: string) => back.get(after) ?? after;
  return {
    changes: changes.map(({ before, after, beforeId, afterId, ...change }) => ({
      ...change,
      kind: (MIRROR.get(change.kind) ?? change.kind) as typeof change.kind,
      elementId: change.kind === 'removed' ? change.elementId : id(change.elementId),
      ...(after !== undefined && { before: after }),
      ...(before !== undefined && { after: before }),
      ...(afterId !== undefined && { beforeId: afterId }),
      ...(beforeId !== undefined && { afterId: beforeId }),
    })),
    renamedIds: renamedIds.map(({ before, after }) => ({ before: after, after: before })),
    layout: {
      ...(layout.shifted && { shifted: { dx: 0 - layout.shifted.dx, dy: 0 - layout.shifted.dy } }),
      moved: layout.moved.map(({ elementId, kind }) => ({ elementId: id(elementId), kind })),
    },
  };
}

/**
 * Without what is reported of one side only: name and type of the element, and the prefix in the name of a
 * property.
 */
const plain = ({ changes, ...rest }: DiagramComparison, withIds: boolean) =>
  inOrder({
    ...rest,
    changes: changes.map(({ elementName: _name, elementType: _type, elementId, property, ...change }) => ({
      ...change,
      elementId: withIds ? elementId : '',
      elementName: '',
      elementType: '',
      ...(property !== undefined && { property: property.replace(/[\w.-]+:/g, '') }),
    })),
  });
